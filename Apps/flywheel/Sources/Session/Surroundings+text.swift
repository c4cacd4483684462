import Imports

extension Surroundings {
    private static let pieceBytes = 1 << 18

    /// The text of a file, `-` for standard input, piece by piece: unpacked where it is gzipped, in UTF-8.
    ///
    /// - Returns: what reads the next piece, and at the end `nil`.
    func text(of path: String) throws(ReadError) -> () throws -> [UInt8]? {
        let source = try path == "-" ? ByteSource.text(of: PieceStream(inputBytes)) : ByteSource.open(path: path)
        return {
            let bytes = try [UInt8](unsafeUninitializedCapacity: Self.pieceBytes) { buffer, count in
                count = try source.read(into: UnsafeMutableRawBufferPointer(buffer))
            }
            return bytes.isEmpty ? nil : bytes
        }
    }
}

/// Bytes that somebody hands over in pieces.
private final class PieceStream: ByteStream {
    private let next: () throws -> [UInt8]?
    private var rest: ArraySlice<UInt8> = []

    init(_ next: @escaping () throws -> [UInt8]?) { self.next = next }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
        if rest.isEmpty {
            do { rest = (try next() ?? [])[...] } catch {
                throw .unreadable(path: "standard input", reason: "\(error)")
            }
        }
        let count = min(buffer.count, rest.count)
        buffer.copyBytes(from: rest.prefix(count))
        rest = rest.dropFirst(count)
        return count
    }
}
