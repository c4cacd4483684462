import FlywheelKit

extension RowConverter {
    /// An amount in the row's own currency (its currency column, or the code beside the number), else in the file's.
    /// Where there is none the amount is unknown: it is never taken for one of some currency.
    func money(_ cell: Cell, _ column: Int, _ row: inout BatchRow) throws(CellTrouble) -> FactValue {
        let number: CellNumber?
        do throws(ValueError) {
            number = try row.batch.withUTF8(of: cell) { bytes throws(ValueError) in
                try CellNumber(bytes, style: styles.decimal)
            }
        } catch {
            throw CellTrouble(error, .amountFormat, column: column)
        }
        guard let number else { return .unknown }
        if number.isPercentage { throw Self.trouble(cell, column, row, expected: "an amount of money") }
        guard let currency = try currency(of: number, column, row) else {
            row.warnings.add(.unknownCurrency, line: row.line)
            return .unknown
        }
        guard let minorUnits = number.value.units(decimals: currency.minorDigits) else {
            throw Self.trouble(
                cell, column, row, expected: "at most \(currency.minorDigits) decimals in \(currency)")
        }
        return .money(Money(minorUnits: minorUnits, currency))
    }

    private static func trouble(_ cell: Cell, _ column: Int, _ row: BatchRow, expected: String) -> CellTrouble {
        CellTrouble(
            code: .amountFormat, reason: "found \"\(row.batch.text(of: cell).text.trimmed)\", expected \(expected)",
            column: column)
    }

    private func currency(of number: CellNumber, _ column: Int, _ row: BatchRow) throws(CellTrouble) -> Currency? {
        let mark = number.currency.map { CurrencyMark.currencies(of: $0) }
        let stated = try statedCurrency(row)
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

    /// What the row's currency column says.
    private func statedCurrency(_ row: BatchRow) throws(CellTrouble) -> Currency? {
        guard let column = binding.currency, let cell = row.cell(column) else { return nil }
        let text = row.batch.text(of: cell).text.trimmed
        if text.isEmpty { return nil }
        guard let currency = Currency(text) else {
            throw CellTrouble(
                code: .unknownCurrency, reason: "found \"\(text)\", expected a currency's code such as USD",
                column: column)
        }
        return currency
    }
}
