/** How long whatever somebody deleted can still be taken back, in days; then it is erased (product rule 8). */
export const restorableDays = 30
