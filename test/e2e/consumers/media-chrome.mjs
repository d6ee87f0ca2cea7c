export function mediaChrome() {}
