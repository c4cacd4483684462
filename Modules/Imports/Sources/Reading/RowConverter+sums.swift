import FlywheelKit

extension RowConverter {
    /// Rows of sums that a spreadsheet was saved with: read as listings they would lead the queue. Reports of marketplaces have
    /// none, until somebody opens one in a spreadsheet; there a row with a product of its own is what it says.
    func checkSums(_ codes: Texts, _ batch: RowBatch, _ notes: inout RowNotes) {
        let subject = binding.format.feed.subject
        guard subject == .listing || subject == .product else { return }
        let words = WordsForSums.all
        let bytes = codes.bytes
        for place in codes.indices where words.mayBeOne(bytes.span.extracting(codes.range(place))) {
            let (code, row) = (codes[place], place + notes.rows.lowerBound)
            guard words.contain(code), !binding.format.isSourcesOwn || namesNoProduct(row, batch, besides: words) else {
                continue
            }
            notes.reject(
                row,
                CellTrouble(
                    code: .footer, reason: "found \"\(code)\", a row of sums, expected a \(subject.rawValue)",
                    column: binding.subject))
        }
    }

    private func namesNoProduct(_ row: Int, _ batch: RowBatch, besides words: WordsForSums) -> Bool {
        binding.products.allSatisfy { product in
            let text = batch.cell(product.index, ofRow: row).map { batch.text(of: $0).text.trimmed } ?? ""
            return text.isEmpty || words.contain(text)
        }
    }
}
