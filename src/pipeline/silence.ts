/** A live call of which nothing comes in for so long is over: whoever sent it is gone. */
export const liveSilenceMs = 30 * 60 * 1000;
