import FlywheelKit
import FlywheelStore

extension Conversion {
    func write(to writer: inout ByteWriter) {
        writer.write(text: base.code)
        writer.write(text: quote.code)
        writer.write(short: digits)
        writer.write(short: Int64(day.epochDays))
        writer.write(short: Int64(sources.count))
        for source in sources { writer.write(text: source) }
        let isLong = decimals > ExchangeRates.decimals
        let mark = isLong ? Self.longMark : 0
        switch path {
        case .same: writer.write(mark)
        case .direct: writer.write(mark | 1)
        case .inverse: writer.write(mark | 2)
        case .cross(let pivot):
            writer.write(mark | 3)
            writer.write(text: pivot.code)
        }
        if isLong { writer.write(short: Int64(decimals)) }
    }

    /// Beside how a rate was found: that it has more decimals than a published one, which then follow.
    private static let longMark: UInt8 = 0x80
    /// What a rate may have; with more it would not fit the sums that are made of it.
    private static let possibleDecimals = ExchangeRates.decimals...18

    init(from reader: inout ByteReader) throws(ColumnDamage) {
        let (base, quote) = (try reader.readCurrency(), try reader.readCurrency())
        let rate = try reader.readShort()
        let day = Day(epochDays: Int32(truncatingIfNeeded: try reader.readShort()))
        var sources: [String] = []
        for _ in 0..<(try reader.readCount()) { sources.append(try reader.readText()) }
        let found = try reader.read(UInt8.self)
        let path: Path
        switch found & ~Self.longMark {
        case 0: path = .same
        case 1: path = .direct
        case 2: path = .inverse
        default: path = .cross(through: try reader.readCurrency())
        }
        let decimals = found & Self.longMark == 0 ? ExchangeRates.decimals : try reader.readInt()
        guard Self.possibleDecimals ~= decimals else { throw ColumnDamage("has a rate of \(decimals) decimals") }
        self.init(
            base: base, quote: quote, digits: rate, decimals: decimals, day: day, sources: sources, path: path)
    }
}
