/// How much of a file a reader accepts before it refuses.
public struct ReadLimits: Hashable, Sendable {
    /// The most bytes a source may deliver, after decompression.
    public var bytes: Int
    /// The most bytes a compressed file may deliver for each byte it holds.
    public var ratio: Int
    /// Bytes delivered before `ratio` is looked at: a small file of one repeated row may well be packed tightly.
    public var ratioGrace: Int
    /// The most files an archive may hold.
    public var entries: Int
    /// The longest row, or record of a JSON document, which is also the most a reader holds beyond its blocks.
    public var rowBytes: Int
    /// The longest quoted cell. An opening quotation mark that is really data is found out after this many bytes.
    public var quotedCellBytes: Int

    /// Exports of a million listings are 0.5 GB and shrink 5 to 30 times; the defaults leave room well beyond both.
    public init(
        bytes: Int = 16 << 30, ratio: Int = 200, ratioGrace: Int = 16 << 20, entries: Int = 1_000,
        rowBytes: Int = 16 << 20, quotedCellBytes: Int = 1 << 20
    ) {
        self.bytes = bytes
        self.ratio = ratio
        self.ratioGrace = ratioGrace
        self.entries = entries
        self.rowBytes = rowBytes
        self.quotedCellBytes = quotedCellBytes
    }
}
