import Crypto
import FlywheelKit
import FlywheelStore

extension FuzzTarget {
    /// A column as the store keeps it, with its checksum put right so that damage gets behind it: what is read is
    /// written and read again as the same.
    static let column = FuzzTarget("column") { bytes in
        // As many equal values as the head says are read from no bytes at all; memory is not what is looked at.
        guard bytes.count < 6 || bytes[4...5].allSatisfy({ $0 == 0 }) else { return }
        let whole = bytes + SHA256.hash(data: bytes).prefix(8)
        let column: ColumnData
        do {
            column = try whole.withUnsafeBytes { try ColumnCodec.decode($0) }
        } catch let damage as ColumnDamage {
            return try hold(!damage.description.isEmpty, "expected a reason")
        }
        let written = ColumnCodec.encode(column)
        let again = try written.withUnsafeBytes { try ColumnCodec.decode($0) }
        try hold(ColumnCodec.encode(again) == written, "\(column.type) of \(column.count) is not read as it is written")
    }

    /// An exposure as the store keeps it: likewise.
    static let exposure = FuzzTarget("exposure") { bytes in
        let exposure: Exposure
        do throws(ColumnDamage) {
            exposure = try ExposureCodec.decode(bytes)
        } catch {
            return try hold(!error.description.isEmpty, "expected a reason")
        }
        let written = ExposureCodec.encode(exposure)
        let again = try ExposureCodec.decode(written)
        try hold(ExposureCodec.encode(again) == written, "expected \(exposure), found \(again)")
    }
}
