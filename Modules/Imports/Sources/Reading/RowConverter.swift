import Calendars
import FlywheelKit

/// Makes facts of rows. It holds all that is needed and nothing that changes, so batches are converted on all cores.
///
/// A batch is converted column by column: each is filled straight from the bytes of its cells, for all rows, and the rows
/// with which something is wrong are left out at the end.
struct RowConverter: Sendable {
    private(set) var binding: Binding
    let styles: CellStyles
    let lastHeadingLine: Int
    /// Nil in a table that is made, whose rows are as they should be.
    let rowFaults: RowFaults?
    let marketplace: String
    /// What of the file its other tables read.
    let elsewhere: OtherMarketplaces
    /// Whether the rows of its other tables tell of which days the file knows. Where they write dates in another order, who
    /// reads this one's reads other days in them.
    var datesElsewhere = true
    /// The day of which all rows are, where they name one.
    let day: OwnDay?
    let currency: Currency?
    /// The marketplace's; nil where it is not known.
    let zone: TimeZoneTable?
    /// The zone in its place.
    let home: TimeZoneTable
    /// The codes of the listings of a product, for rows that name a product alone.
    private(set) var listings: (@Sendable (_ product: String) -> [String])?

    /// The same for some columns; see ``Binding/limited(to:)``.
    func limited(to columns: Set<String>) -> RowConverter {
        var limited = self
        limited.binding = binding.limited(to: columns)
        return limited
    }

    /// The same with a way to find the listings of a product.
    func finding(_ listings: @escaping @Sendable (_ product: String) -> [String]) -> RowConverter {
        var converter = self
        converter.listings = listings
        return converter
    }

    /// The facts and the rejected rows of a batch, in file order.
    func convert(_ batch: RowBatch) -> ConvertedBatch {
        let first = (0..<batch.rowCount).first { batch.line(ofRow: $0) > lastHeadingLine } ?? batch.rowCount
        var notes = RowNotes(rows: first..<batch.rowCount)
        let faults = rowFaults?.find(among: notes.rows, of: batch, lastNeeded: binding.lastNeeded) ?? [:]
        // What repeats the headings is in the way of every table of the file.
        for (row, fault) in faults where fault.code == .repeatedHeadings { notes.reject(row, fault) }
        leaveOthers(batch, &notes)
        for (row, fault) in faults { notes.reject(row, fault) }
        checkAsides(batch, &notes)
        checkMarketplaces(batch, &notes)
        day?.check(batch, &notes)
        let codes = codes(batch, &notes)
        checkSums(codes, batch, &notes)
        var columns = binding.columns.map { column($0.declaration, at: $0.index, batch, &notes) }
        applyRule(to: &columns, &notes)
        leaveOutSharesOfNothing(in: &columns)
        checkRequired(columns, &notes)
        let products = products(batch, codes, &notes)
        let listings = listings(codes, products, &notes)
        let names = binding.columns.map(\.declaration.name)
        var facts = FactRows(
            codes: codes, products: products, columns: Dictionary(uniqueKeysWithValues: zip(names, columns)))
        if let moment = binding.moment {
            facts.columns[FactRows.moment] = .instants(instants(at: moment, endsDay: false, batch, &notes))
        }
        return ConvertedBatch(facts, of: batch, notes, self, listings: listings)
    }

    /// Of no page views there is no share, though reports write 0 %: it would be a day on which the offer was lost.
    private func leaveOutSharesOfNothing(in columns: inout [ColumnData]) {
        func place(_ column: Column<some ColumnValue>) -> Int? {
            binding.columns.firstIndex { $0.declaration == column.declaration }
        }
        guard let share = place(DailySales.featuredShare), let views = place(DailySales.pageViews),
            case .reals(let shares) = columns[share], case .integers(let seen) = columns[views]
        else { return }
        columns[share] = .reals(Values(zip(shares, seen).map { $1 == 0 ? nil : $0 }))
    }

    /// What a row means beyond its cells, for those with which nothing is wrong so far.
    private func applyRule(to columns: inout [ColumnData], _ notes: inout RowNotes) {
        guard let rule = binding.format.rule else { return }
        var row = FactRow(names: binding.columns.map(\.declaration.name), columns: columns)
        for index in notes.rows where notes.troubles[index] == nil {
            row.move(to: index - notes.rows.lowerBound)
            do throws(RuleTrouble) {
                try rule(&row)
            } catch {
                notes.reject(index, CellTrouble(error, in: binding))
            }
        }
        columns = row.edited
    }

    private func checkRequired(_ columns: [ColumnData], _ notes: inout RowNotes) {
        for (column, data) in zip(binding.columns, columns) where column.declaration.isRequired && !data.isWhollyKnown {
            for row in notes.rows where !data.isKnown(row - notes.rows.lowerBound) {
                let saysNone = !columns.contains { $0.isKnown(row - notes.rows.lowerBound) }
                if binding.format.saysNone, saysNone { continue }
                notes.reject(
                    row,
                    CellTrouble(
                        code: .missingValue, reason: "found nothing, expected \(column.declaration.name)",
                        column: column.index))
            }
        }
    }
}
