/// The values cells stand for. All parsers take the bytes of a whole cell in UTF-8 (`RowBatch.withUTF8`), ignore spaces
/// around it, and give nil for a blank one: unknown is not zero.
package enum CellValue {
    /// An amount of money.
    package struct Amount: Hashable, Sendable {
        /// In the currency's smallest unit, such as cents.
        package var minorUnits: Int64
        /// The sign or code beside the number, as written; it may contradict the currency assumed.
        package var currency: String?
    }

    /// A percentage, which exports write with a sign (`99.80%`) or leave to the reader (`99.80`, `0.998`).
    package struct Percentage: Hashable, Sendable {
        package var number: ExactDecimal
        /// Whether a percent sign said that `number` counts hundredths.
        package var isMarked: Bool
    }

    /// The largest whole number either side of zero. Nobody counts further, and days of what is less add up in 64 bits.
    package static let mostWhole: Int64 = 1_000_000_000_000

    /// A whole number: `12`, `12,131`, `5.0`. Refuses `1.5`, `8.86E+11` and what lies beyond ``mostWhole``.
    package static func integer(_ cell: Span<UInt8>, style: DecimalStyle = .point) throws(ValueError) -> Int64? {
        guard let number = try CellNumber(cell, style: style) else { return nil }
        // Three zeros are more likely a thousand of the other style than decimals of this one.
        guard number.value.scale < 3, number.currency == nil, !number.isPercentage,
            let integer = number.value.units(decimals: 0)
        else { throw ValueError(cell, expected: .wholeNumber, at: cell.trimmedRange.lowerBound) }
        guard integer.magnitude <= mostWhole.magnitude else {
            throw ValueError(cell, expected: .countable, at: cell.trimmedRange.lowerBound)
        }
        return integer
    }

    /// A number with any decimals, without a currency or percent sign.
    package static func decimal(_ cell: Span<UInt8>, style: DecimalStyle = .point) throws(ValueError) -> ExactDecimal? {
        guard let number = try CellNumber(cell, style: style) else { return nil }
        guard number.currency == nil, !number.isPercentage else {
            throw ValueError(cell, expected: .digit, at: cell.trimmedRange.lowerBound)
        }
        return number.value
    }

    /// An amount in a currency of `decimals` decimals (ISO 4217: 2 for USD, 0 for JPY, 3 for KWD), exact: zeros behind
    /// them are dropped, any other digit is an error.
    package static func amount(
        _ cell: Span<UInt8>, decimals: Int, style: DecimalStyle = .point
    ) throws(ValueError) -> Amount? {
        guard let number = try CellNumber(cell, style: style) else { return nil }
        let start = cell.trimmedRange.lowerBound
        if number.isPercentage { throw ValueError(cell, expected: .currency, at: cell.trimmedRange.upperBound - 1) }
        guard let units = number.value.units(decimals: decimals) else {
            let isTooFine = number.value.scale > decimals
            throw ValueError(cell, expected: isTooFine ? .decimals(decimals) : .range, at: start)
        }
        return Amount(minorUnits: units, currency: number.currency)
    }

    /// A percentage with or without its sign.
    package static func percentage(_ cell: Span<UInt8>, style: DecimalStyle = .point) throws(ValueError) -> Percentage?
    {
        guard let number = try CellNumber(cell, style: style) else { return nil }
        if number.currency != nil { throw ValueError(cell, expected: .digit, at: cell.trimmedRange.lowerBound) }
        return Percentage(number: number.value, isMarked: number.isPercentage)
    }
}
