/**
 * Attribute that holds the address of a replayed link. In its own attribute stands one that leads nowhere, so that it
 * is a link all the same: browsers look up, and connect to, what a link leads to as soon as a pointer comes near.
 */
export const LINK_ADDRESS = 'data-replay-href';
