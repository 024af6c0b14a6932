/** A worker that answers, and dies when it is told to. */
const told = new BroadcastChannel("die");
told.onmessage = () => {
  throw new Error("The heap was full");
};

export function answer({ news }) {
  news.close();
  return { post: { title: null }, findings: [] };
}
