import FlywheelKit

extension RowConverter {
    /// The code of the row's subject, kept as it is: `00 12/a` is not `12/a`.
    func code(_ row: BatchRow) throws(CellTrouble) -> String {
        guard let column = binding.subject else { return "" }
        guard let code = try identifier(column, row) else {
            throw CellTrouble(code: .missingValue, reason: "found nothing, expected a code", column: column)
        }
        return code
    }

    /// The product the row names first.
    func product(_ row: inout BatchRow) throws(CellTrouble) -> String? {
        for product in binding.products {
            if let type = product.type {
                guard let cell = row.cell(type.index), row.batch.text(of: cell).text.trimmed == type.value else {
                    continue
                }
            }
            if let id = try identifier(product.index, row) { return id }
        }
        return binding.format.feed.subject == .product ? try code(row) : nil
    }

    /// Rows of other marketplaces in the same file are not this file's facts.
    func checkMarketplace(_ row: inout BatchRow) throws(CellTrouble) {
        guard let column = binding.marketplace, let cell = row.cell(column) else { return }
        let name = row.batch.text(of: cell).text.trimmed
        if name.isEmpty { return }
        let isOurs = row.marketplaces[name] ?? (name == marketplace || Marketplace.named(name)?.id == marketplace)
        row.marketplaces[name] = isOurs
        guard isOurs else {
            let expected = Marketplace.named(marketplace)?.domain ?? marketplace
            throw CellTrouble(
                code: .otherMarketplace, reason: "found a row of \"\(name)\", expected rows of \(expected)",
                column: column)
        }
    }

    private func identifier(_ column: Int, _ row: BatchRow) throws(CellTrouble) -> String? {
        guard let cell = row.cell(column) else { return nil }
        let decoded = row.batch.text(of: cell)
        if let offset = decoded.badByte {
            throw CellTrouble(
                code: .encoding, reason: "found a byte that is no character, expected a code", column: column,
                offset: offset)
        }
        let id = decoded.text.part { $0.identifierRange }
        if id.isEmpty { return nil }
        guard !Self.isDestroyed(id) else {
            throw CellTrouble(
                code: .destroyedNumber,
                reason: "found \"\(id)\", expected a code (a spreadsheet has rounded its digits away)", column: column)
        }
        return id
    }

    /// Whether a spreadsheet made a long number `8.86E+11`. Without the plus it may well be a code.
    private static func isDestroyed(_ id: String) -> Bool {
        let bytes = Array(id.utf8)
        let digits = bytes.drop { $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
        return bytes.first?.isDigit == true && digits.first.map { $0 | 0x20 } == UInt8(ascii: "e")
            && digits.dropFirst().first == UInt8(ascii: "+") && digits.count > 2
            && digits.dropFirst(2).allSatisfy(\.isDigit)
    }
}

extension String {
    /// The text without space around it.
    var trimmed: String { part { $0.trimmedRange } }

    /// The part of the text whose bytes `range` picks; the text itself, and no copy, where that is all of it.
    func part(_ range: (Span<UInt8>) -> Range<Int>) -> String {
        let range = range(utf8.span)
        if range.count == utf8.count { return self }
        let start = utf8.index(startIndex, offsetBy: range.lowerBound)
        return String(self[start..<utf8.index(start, offsetBy: range.count)])
    }
}
