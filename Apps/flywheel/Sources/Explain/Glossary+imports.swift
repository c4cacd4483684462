extension Glossary {
    /// Why a file is left alone, and why a row of one is rejected.
    static let imports: [Entry] = [
        Entry("unreadable", "The file cannot be read as text in rows. The others were imported.", "flywheel imports"),
        Entry("empty", "The file has no rows: no file is empty by itself, so it says nothing.", "flywheel imports"),
        Entry("empty-folder", "The folder has no files in it.", "flywheel imports"),
        Entry(
            "unrecognized", "The headings are of no kind of file that is known.",
            "flywheel import --kind KIND FILE"),
        Entry(
            "ambiguous", "The headings are as much those of one kind of file as of another.",
            "flywheel import --kind KIND FILE"),
        Entry("not-read", "The file is a report that is known, and nothing is read from it.", "flywheel explain"),
        Entry(
            "unknown-kind", "No kind of file is called so; in add, no kind of problem.",
            "flywheel import --kind KIND FILE"),
        Entry("other-kind", "The file lacks headings that the stated kind needs.", "flywheel import FILE"),
        reject("amount-format", "The cell is no amount of money. Where decimals are behind a comma, say so."),
        reject("number-format", "The cell is no number, or not a whole one where pieces are counted."),
        reject("date-format", "The cell is no day and no moment."),
        reject("flag-format", "The cell says neither yes nor no."),
        reject("destroyed-number", "A spreadsheet rounded the digits away, as in 8.86E+11: export the file again."),
        reject("missing-value", "A cell that the row is nothing without is blank."),
        reject("too-few-cells", "The row ends early, as it does where a file was cut off."),
        reject("too-many-cells", "The row has more cells than there are headings: a mark between cells is in a text."),
        reject("broken-line", "A line break within a cell that is not quoted made several rows of one."),
        reject(
            "repeated-headings",
            "The headings stand again among the rows: files were joined. Import each of them alone."),
        reject("encoding", "The cell holds bytes that are no characters in the file's encoding."),
        reject("unknown-currency", "The column of currencies holds something that is none."),
        reject("currency-conflict", "The sign beside the amount is of another currency than the row."),
        reject("invalid-rate", "An exchange rate is above zero and of two currencies."),
        reject(
            "negative-quantity",
            "Goods that came back, or a correction, are no order and no stock of fewer units than none."),
        reject("days-reversed", "The last day is before the first."),
        reject("contradiction", "Two rows say different things of one listing at one place: nobody knows which holds."),
        reject("other-day", "The row is of another day than the file, which says how things stood on one."),
        reject("other-marketplace", "The row is of another marketplace than the file."),
        reject("other-disposition", "The row counts units in a state in which they cannot be sold."),
        reject("unknown-product", "The row names a product of which no listing is known: import the listings first."),
        reject(
            "set-aside",
            "The row is understood and is none of what is read, such as used goods or an order of another shop."),
        reject("not-answered", "The marketplace answered with an error in place of facts."),
        reject("footer", "Words under the table, such as a count of its rows, and no row."),
    ]

    private static func reject(_ word: String, _ meaning: String) -> Entry {
        Entry(word, meaning + " The row is kept apart; the others count.", "flywheel imports rejects ID")
    }
}
