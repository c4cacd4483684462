public import FlywheelKit

/// An exposure as bytes and back, the same on every machine and in every store.
///
/// Layout, numbers little-endian: version (1 byte), scope (1), probability (8, as bits), whether it has a beginning and a
/// deadline (1), those it has (8 each), days a fix takes (8, as bits), the kinds it cures (their number and each behind its
/// length, 4 bytes each), what is lost (1), and of that the shares, the
/// sum with its source, the reason, or the sums with the listing.
public enum ExposureCodec {
    private static let version: UInt8 = 1

    /// The exposure as bytes.
    public static func encode(_ exposure: Exposure) -> [UInt8] {
        var writer = ByteWriter()
        writer.write(version)
        writer.write(UInt8(scopes.firstIndex(of: exposure.scope) ?? 0))
        writer.write(exposure.probability.bitPattern)
        writer.write(UInt8((exposure.begins == nil ? 0 : 1) | (exposure.deadline == nil ? 0 : 2)))
        if let begins = exposure.begins { writer.write(begins.seconds) }
        if let deadline = exposure.deadline { writer.write(deadline.seconds) }
        writer.write(exposure.fixTakesDays.bitPattern)
        writer.write(UInt32(exposure.cures.count))
        for kind in exposure.cures { writer.write(text: kind) }
        switch exposure.loss {
        case .nothing: writer.write(UInt8(0))
        case .dailyShare(let shares):
            writer.write(UInt8(1))
            writer.write(UInt32(shares.count))
            for share in shares { writer.write(share.bitPattern) }
        case .stated(let money, let source):
            writer.write(UInt8(2))
            write(money, source: source, to: &writer)
        case .unknown(let reason):
            writer.write(UInt8(3))
            writer.write(text: reason)
        case .atStake(let sums, let listing):
            writer.write(UInt8(4))
            writer.write(UInt32(sums.count))
            for sum in sums { write(sum.money, source: sum.source, to: &writer) }
            writer.write(UInt8(listing == nil ? 0 : 1))
            if let listing { writer.write(text: listing) }
        }
        return writer.bytes
    }

    /// The exposure of those bytes.
    ///
    /// - Throws: ``ColumnDamage`` when they are none.
    public static func decode(_ bytes: [UInt8]) throws(ColumnDamage) -> Exposure {
        do {
            return try bytes.withUnsafeBytes { try decode($0) }
        } catch let damage as ColumnDamage {
            throw damage
        } catch {
            throw ColumnDamage("\(error)")
        }
    }

    private static let scopes: [Exposure.Scope] = [.row, .product, .account]

    package static func decode(_ bytes: UnsafeRawBufferPointer) throws(ColumnDamage) -> Exposure {
        var reader = ByteReader(bytes)
        let found = try reader.read(UInt8.self)
        guard found == version else { throw ColumnDamage("is of layout \(found); expected \(version)") }
        let scope = Int(try reader.read(UInt8.self))
        guard scopes.indices.contains(scope) else { throw ColumnDamage("has scope \(scope)") }
        let probability = Double(bitPattern: try reader.read())
        let has = try reader.read(UInt8.self)
        let begins = has & 1 == 0 ? nil : Instant(seconds: try reader.read())
        let deadline = has & 2 == 0 ? nil : Instant(seconds: try reader.read())
        let fixTakesDays = Double(bitPattern: try reader.read())
        var cures: [String] = []
        for _ in 0..<(try reader.read(UInt32.self)) { cures.append(try reader.readText()) }
        let loss = try loss(from: &reader)
        guard (0...1).contains(probability) else { throw ColumnDamage("has probability \(probability)") }
        return Exposure(
            loss, scope: scopes[scope], probability: probability, begins: begins, deadline: deadline,
            fixTakesDays: fixTakesDays, cures: cures)
    }

    private static func loss(from reader: inout ByteReader) throws(ColumnDamage) -> Exposure.Loss {
        let kind = try reader.read(UInt8.self)
        switch kind {
        case 0: return .nothing
        case 1:
            var shares: [Double] = []
            for _ in 0..<(try reader.read(UInt32.self)) { shares.append(Double(bitPattern: try reader.read())) }
            guard !shares.isEmpty, shares.allSatisfy({ (0...1).contains($0) }) else {
                throw ColumnDamage("has shares outside 0 to 1")
            }
            return .dailyShare(shares)
        case 2:
            let sum = try sum(from: &reader)
            return .stated(sum.money, source: sum.source)
        case 3: return .unknown(try reader.readText())
        case 4:
            var sums: [StatedSum] = []
            for _ in 0..<(try reader.read(UInt32.self)) { sums.append(try sum(from: &reader)) }
            return .atStake(sums, listing: try reader.read(UInt8.self) == 0 ? nil : try reader.readText())
        default: throw ColumnDamage("loses \(kind), which this version does not know")
        }
    }

    private static func write(_ money: Money, source: String, to writer: inout ByteWriter) {
        writer.write(money.minorUnits)
        writer.write(text: money.currency.code)
        writer.write(text: source)
    }

    private static func sum(from reader: inout ByteReader) throws(ColumnDamage) -> StatedSum {
        let minorUnits = try reader.read(Int64.self)
        let code = try reader.readText()
        guard let currency = Currency(code) else { throw ColumnDamage("holds \"\(code)\", which is no currency") }
        return StatedSum(Money(minorUnits: minorUnits, currency), source: try reader.readText())
    }
}
