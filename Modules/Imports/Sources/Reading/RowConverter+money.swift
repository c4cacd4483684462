import FlywheelKit

extension RowConverter {
    /// The largest amount either side of zero. Nothing costs more in any currency, and thousands of what is less add up in 64
    /// bits.
    private static let mostMinorUnits: Int64 = 1_000_000_000_000_000

    /// Amounts in the rows' own currency (their currency column, or the code beside the number), else in the file's. Where
    /// there is none the amount is unknown: it is never taken for one of some currency.
    ///
    /// - Parameters:
    ///   - isFine: whether an amount may have more decimals than its currency, and is rounded then.
    ///   - isPrice: whether it is none where it is below zero.
    func moneys(
        at column: Int, isFine: Bool, isPrice: Bool, _ batch: RowBatch, _ notes: inout RowNotes
    ) -> Values<Money> {
        var currencies = StatedCurrencies(file: currency, column: binding.currency)
        let isOpen = styles.leavesDecimalsOpen && !isFine
        return values(at: column, batch, &notes) { cell, row, notes throws(CellTrouble) in
            let plain = batch.withPlain(cell) { ExactDecimal(plain: $0, mark: styles.decimal.decimalMark) }
            if let plain,
                let (currency, digits) = try currencies.current(row, batch),
                let minorUnits = plain.units(decimals: digits), minorUnits <= Self.mostMinorUnits,
                !(isOpen && plain.mayBeThousands(besideDecimals: digits))
            {
                return Money(minorUnits: minorUnits, currency)
            }
            return try money(cell, column, row, isFine: isFine, isPrice: isPrice, batch, &notes)
        }
    }

    private func money(
        _ cell: Cell, _ column: Int, _ row: Int, isFine: Bool, isPrice: Bool, _ batch: RowBatch, _ notes: inout RowNotes
    ) throws(CellTrouble) -> Money? {
        let number: CellNumber?
        do throws(ValueError) {
            number = try batch.withUTF8(of: cell) { bytes throws(ValueError) in
                try CellNumber(bytes, style: styles.decimal)
            }
        } catch {
            throw CellTrouble(error, .amountFormat, column: column)
        }
        guard let number else { return nil }
        if number.isPercentage { throw Self.trouble(cell, column, batch, expected: "an amount of money") }
        guard let currency = try currency(of: number, column, row, batch) else {
            notes.leaveOpen(column, row)
            return nil
        }
        var minorUnits = number.value.units(decimals: currency.minorDigits)
        if minorUnits == nil, isFine {
            minorUnits = number.value.rounded(decimals: currency.minorDigits)
            if minorUnits != nil { notes.warn(.rounded, row) }
        }
        guard let minorUnits else {
            throw Self.trouble(
                cell, column, batch, expected: "at most \(currency.minorDigits) decimals in \(currency)")
        }
        if styles.leavesDecimalsOpen, !isFine, number.value.mayBeThousands(besideDecimals: currency.minorDigits) {
            throw Self.trouble(
                cell, column, batch, expected: "an amount that cannot be thousands as well: state the decimal mark")
        }
        guard minorUnits >= 0 || !isPrice else {
            throw Self.trouble(cell, column, batch, expected: "a price of zero or more")
        }
        guard minorUnits.magnitude <= Self.mostMinorUnits.magnitude else {
            let most = ExactDecimal(unscaled: Self.mostMinorUnits, scale: currency.minorDigits)
            throw Self.trouble(cell, column, batch, expected: "at most \(most) \(currency) either side of zero")
        }
        return Money(minorUnits: minorUnits, currency)
    }

    private static func trouble(_ cell: Cell, _ column: Int, _ batch: RowBatch, expected: String) -> CellTrouble {
        CellTrouble(
            code: .amountFormat, reason: "found \"\(batch.text(of: cell).text.trimmed)\", expected \(expected)",
            column: column)
    }

    private func currency(
        of number: CellNumber, _ column: Int, _ row: Int, _ batch: RowBatch
    ) throws(CellTrouble) -> Currency? {
        let mark = number.currency.map { CurrencyMark.currencies(of: $0) }
        let stated = try binding.currency.flatMap { column throws(CellTrouble) in
            try batch.currency(at: column, ofRow: row)
        }
        guard let mark else { return stated ?? currency }
        // A code beside the amount is the row's own word and goes before what the file is said to be in; a sign that
        // several currencies share only must not contradict it.
        let assumed = stated ?? (mark.isCode ? mark.currencies.first : currency)
        guard let assumed else { return mark.currencies.count == 1 ? mark.currencies.first : nil }
        guard mark.currencies.contains(assumed) else {
            throw CellTrouble(
                code: .currencyConflict,
                reason: "found \"\(number.currency ?? "")\" beside the amount, expected \(assumed)", column: column)
        }
        return assumed
    }
}

extension ColumnDeclaration {
    /// Whether its amounts may be finer than any coin: what a unit costs is a part of what a thousand do, and nobody pays it
    /// by itself. Of a price decimals that its currency does not have are a slip.
    var isFinerThanCoins: Bool {
        [Costs.unitCost, Costs.fees].contains { $0.declaration.key == key }
    }

    /// Whether its amounts are asked for a unit, or are limits of what may be. What was taken in may be less than nothing, where
    /// money went back.
    var isPrice: Bool {
        [
            Catalog.price, Offers.ownPrice, Offers.landedPrice, Offers.lowestCompetitorPrice, Offers.lowestLandedPrice,
            Offers.featuredPrice, Offers.expectedFeaturedPrice, Offers.referencePrice, Offers.minimumAdvertisedPrice,
            Costs.unitCost, Costs.floor, Costs.ceiling, Costs.minimumAdvertisedPrice,
        ].contains { $0.declaration.key == key }
    }
}

extension RowBatch {
    /// What the row's currency column says; nil where it is blank.
    fileprivate func currency(at column: Int, ofRow row: Int) throws(CellTrouble) -> Currency? {
        guard let cell = cell(column, ofRow: row) else { return nil }
        let text = text(of: cell).text.trimmed
        if text.isEmpty { return nil }
        guard let currency = Currency(text) else {
            throw CellTrouble(
                code: .unknownCurrency, reason: "found \"\(text)\", expected a currency's code such as USD",
                column: column)
        }
        return currency
    }
}

/// The currencies of a batch's rows, each read once while the rows repeat it.
private struct StatedCurrencies {
    private let file: (currency: Currency, digits: Int)?
    private let column: Int?
    private var last: (cell: Cell, currency: Currency, digits: Int)?

    init(file: Currency?, column: Int?) {
        self.file = file.map { ($0, $0.minorDigits) }
        self.column = column
    }

    /// What the row's currency column says, else the file's; and the digits of its minor unit.
    mutating func current(_ row: Int, _ batch: RowBatch) throws(CellTrouble) -> (Currency, Int)? {
        guard let column, let cell = batch.cell(column, ofRow: row), !cell.isEmpty else { return file }
        if let last, batch.isSame(cell, last.cell) { return (last.currency, last.digits) }
        guard let currency = try batch.currency(at: column, ofRow: row) else { return file }
        last = (cell, currency, currency.minorDigits)
        return (currency, currency.minorDigits)
    }
}
