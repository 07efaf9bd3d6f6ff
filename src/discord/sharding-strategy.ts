import { SimpleShardingStrategy } from "discord.js";

/** What is used of a connection's socket. */
interface Socket {
  on(event: "error", listener: () => void): unknown;
}

/**
 * The library's own strategy, fenced: `WebSocketShard.destroy` takes its error listener off a socket that is still
 * connecting and leaves the socket to itself (@discordjs/ws 1.2.3). Where that connection then fails, the error has no
 * listener and would end the process. The socket is private to the library, hence the reflection.
 */
export class ShardingStrategy extends SimpleShardingStrategy {
  override async destroy(options?: Parameters<SimpleShardingStrategy["destroy"]>[0]): Promise<void> {
    const shards: ReadonlyMap<number, object> = Reflect.get(this, "shards");
    for (const shard of shards.values()) {
      const socket: Socket | null = Reflect.get(shard, "connection");
      socket?.on("error", () => {});
    }
    await super.destroy(options);
  }
}
