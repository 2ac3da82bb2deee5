// A worker in a process of its own, to be killed: its queue's address and its lock's seconds.
import { readQueueAddress, work } from "../../../src/node/queue/index.ts";

const [address, lockSeconds] = process.argv.slice(2);
await work(readQueueAddress(address), {
  threads: 1,
  lockSeconds: Number(lockSeconds),
  onRow: () => process.stdout.write("."),
});
