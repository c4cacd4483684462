/// Gives a source's bytes in blocks that start where the last one's whole rows ended.
struct BlockReader {
    struct Block: Sendable {
        var bytes: [UInt8]
        let isLast: Bool
    }

    private let source: any ByteStream
    private let blockBytes: Int
    /// What was read but belongs to a row that was not whole.
    private var rest: [UInt8] = []
    private var isAtEnd = false

    init(_ source: any ByteStream, blockBytes: Int) {
        self.source = source
        self.blockBytes = blockBytes
    }

    /// The rest of the last block and about `blockBytes` more; nil when all bytes have been given.
    mutating func next() throws(ReadError) -> Block? {
        // A row longer than a block is looked at again from its start: doubling keeps that linear in its length.
        let wanted = isAtEnd ? 0 : max(blockBytes, rest.count)
        var filled: Result<Int, ReadError> = .success(0)
        let bytes = [UInt8](unsafeUninitializedCapacity: rest.count + wanted) { buffer, count in
            count = buffer[...].initialize(fromContentsOf: rest)
            let room = UnsafeMutableRawBufferPointer(
                rebasing: UnsafeMutableRawBufferPointer(buffer)[count...].prefix(wanted))
            filled = Result { () throws(ReadError) in try source.fill(room) }
            if case .success(let more) = filled { count += more }
        }
        isAtEnd = try filled.get() < wanted || isAtEnd
        rest = []
        return bytes.isEmpty ? nil : Block(bytes: bytes, isLast: isAtEnd)
    }

    /// Takes back the bytes of `block` from `end` on, the start of a row that is not whole, and returns how many.
    mutating func putBack(_ block: inout Block, from end: Int) -> Int {
        rest = Array(block.bytes[end...])
        block.bytes.removeSubrange(end...)
        return rest.count
    }
}
