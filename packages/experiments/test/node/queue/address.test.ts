import { expect, test } from "vitest";
import { readQueueAddress } from "../../../src/node/queue/address.ts";

test("an address is taken apart, and shown without its password", () => {
  expect(readQueueAddress("redis://somewhere")).toEqual({
    host: "somewhere",
    port: 6379,
    database: 0,
    tls: false,
    shown: "redis://somewhere:6379",
  });
  expect(readQueueAddress("rediss://me:se%2Fcret%25@[::1]:7000/3")).toEqual({
    host: "::1",
    port: 7000,
    database: 3,
    tls: true,
    username: "me",
    password: "se/cret%",
    shown: "rediss://[::1]:7000/3",
  });
});

test.each([
  "hunter2",
  "http://:hunter2@host",
  "redis://:hunter2@",
  "redis://:hunter2/x@host",
  "redis://:12#hunter2@host",
  "redis://u:12?hunter2@host",
  "redis://u:hunter2%zz@host",
  "redis://:hunter2@host/zero",
  "redis://:hunter2@host:99999",
])("%s is refused, without repeating what may be a password", (text) => {
  let said = "";
  try {
    readQueueAddress(text);
  } catch (error) {
    said = `${(error as Error).stack} ${JSON.stringify(error)}`;
  }
  expect(said).toContain("the queue's address");
  expect(said).toContain("redis://localhost:6379");
  expect(said).not.toContain("hunter2");
});
