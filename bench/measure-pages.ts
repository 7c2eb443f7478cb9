export const measurePages = async (_: unknown) => ({})
export const pagesTable = (_: unknown) => []
