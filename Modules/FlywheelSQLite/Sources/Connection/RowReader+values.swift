import FlywheelKit
import FlywheelStore

// Values of the records' own types in rows.

extension RowReader {
    /// The instant kept as seconds in the next column, where there is one.
    mutating func optionalInstant() throws(StoreError) -> Instant? {
        try optionalInteger().map(Instant.init(seconds:))
    }

    /// The yes or no in the next column, where there is one.
    mutating func optionalFlag() throws(StoreError) -> Bool? { try optionalInteger().map { $0 != 0 } }

    /// The sum in the next two columns, where there is one.
    mutating func optionalMoney() throws(StoreError) -> Money? {
        let (amount, code) = (try optionalInteger(), try optionalText())
        guard let amount, let code else { return nil }
        guard let currency = Currency(code) else { throw .failed("\"\(code)\" is no currency; the file is damaged") }
        return Money(minorUnits: amount, currency)
    }

    /// The word of a closed list in the next column, which is called `name`, where there is one.
    mutating func optionalWord<Word: RawRepresentable<String>>(_ name: String) throws(StoreError) -> Word? {
        guard let text = try optionalText() else { return nil }
        guard let word = Word(rawValue: text) else {
            throw .failed("column \(name) holds \"\(text)\", which is no \(Word.self)")
        }
        return word
    }

    /// The word of a closed list in the next column, which is called `name`.
    mutating func word<Word: RawRepresentable<String>>(_ name: String) throws(StoreError) -> Word {
        let text = try text()
        guard let word = Word(rawValue: text) else {
            throw .failed("column \(name) holds \"\(text)\", which is no \(Word.self)")
        }
        return word
    }

    /// The exposure in the next column.
    mutating func exposure(of id: ExceptionID) throws -> Exposure {
        do {
            return try withBlob { try ExposureCodec.decode($0) }
        } catch let damage as ColumnDamage {
            throw StoreError.failed("the exposure of \(id) \(damage)")
        }
    }
}
