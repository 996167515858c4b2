/** A file in a folder of the log. */
export interface LogFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** When it was changed last, in milliseconds since 1970. */
  readonly modified: number;
}

/** A folder that the log, or a part of it, is kept in. What fails throws, with the reason as the system tells it. */
export interface LogFolder {
  /** Path or address, as the user is told it. */
  readonly name: string;
  /** Lines after which a new segment is begun, so that writing one costs the same for ever; `Infinity` where it does anyway. */
  readonly linesPerSegment: number;
  /** Makes it where it is not there yet. */
  create(): Promise<void>;
  /** Its files, not its folders; nothing where the folder does not exist. */
  list(): Promise<readonly LogFile[] | undefined>;
  /** The bytes of a file from a place on; nothing where there is no such file. */
  read(name: string, from?: number): Promise<Uint8Array | undefined>;
  /** Writes at the end of a file, which is made where it is not there. Where it throws the file is as before, if the system lets it be. */
  append(name: string, bytes: Uint8Array): Promise<void>;
  /** Writes a whole file beside the old one and puts it in its place in one step. */
  replace(name: string, bytes: Uint8Array): Promise<void>;
  /** False where there is no such file. */
  rename(from: string, to: string): Promise<boolean>;
  /** Does nothing where there is no such file. */
  remove(name: string): Promise<void>;
}
