import Crypto
import FlywheelStore

/// SHA-256 over parts that cannot be mistaken for each other: each is added behind its length.
struct SHA {
    private var hash = SHA256()

    mutating func add(_ text: String) { add(Array(text.utf8)) }

    mutating func add(_ bytes: [UInt8]) {
        withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { hash.update(bufferPointer: $0) }
        bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    }

    var hexadecimal: String { hash.finalize().hexadecimal }

    static func hexadecimal(of text: String) -> String {
        var hash = SHA()
        hash.add(text)
        return hash.hexadecimal
    }
}
