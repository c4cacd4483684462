/// Where a row stands, in a word with its look.
public protocol RowChip: Sendable {
    /// The chip.
    func html(for reader: Reader) -> HTML
}

extension StateChip: RowChip {}

/// A row of the queue, or of another list of work: what is wrong, what it is worth, who has it, until when.
public struct WorkRow: Sendable {
    /// Its id, `X1042`: the script finds the row by it.
    public var id: String
    /// Its place, as it is read; `P1` of a prediction.
    public var rank: String
    /// What is at risk, without the currency, which the heading names; `?` where it is not known.
    public var amount: String
    /// What stands beside the amount: where it lies in 80% of cases, or what was promised.
    public var figure: HTML?
    /// What is wrong: the name of the row.
    public var title: String
    /// Where it leads.
    public var address: Address
    /// SKU, title of the listing, marketplace, tier.
    public var listing: HTML
    /// What is special, in words: low evidence, two more blocked here, again since 8 Nov. Mostly nothing.
    public var remarks: [HTML] = []
    /// Its state.
    public var state: any RowChip
    /// What else is true of it.
    public var qualifiers: [QualifierChip] = []
    /// Who has it.
    public var owner: String?
    /// The last responsible moment, as it is read.
    public var actBy: HTML
    /// One button in its form: Claim, or Open if somebody has it.
    public var action: HTML
    /// The version that a change of the row refers to.
    public var version: String

    /// A row.
    ///
    /// - Parameter strip: where the amount lies, and the same in words.
    public init(
        id: String, rank: String, amount: String, strip: (strip: IntervalStrip, answer: HTML)? = nil, title: String,
        address: Address, listing: HTML, state: any RowChip, owner: String? = nil, actBy: HTML, action: HTML,
        version: String
    ) {
        self.id = id
        self.rank = rank
        self.amount = amount
        figure = strip.map { $0.strip.html(answer: $0.answer) }
        self.title = title
        self.address = address
        self.listing = listing
        self.state = state
        self.owner = owner
        self.actBy = actBy
        self.action = action
        self.version = version
    }

    /// The row; on a telephone its cells stand in lines below each other, with the headings that figures and dates need.
    func html(isSelectable: Bool, amountHeading: HTML, dueHeading: HTML, for reader: Reader) -> HTML {
        let box: HTML =
            isSelectable
            ? """
            <input type="checkbox" name="id" value="\(id)" form="bulk" \
            aria-label="\(reader.phrases("list.select", ["id": .text(id)]))">
            """
            : .nothing
        let chips = [state.html(for: reader)] + qualifiers.map { $0.html(for: reader) }
        let remarks = remarks.map { "<span class=\"remark\">\($0)</span>" as HTML }
        return """
            <tr role="row" id="row-\(id)" data-row="\(id)" data-version="\(version)">
            <td role="cell" class="pick">\(box)</td>
            <td role="cell" class="rank">\(rank)</td>
            <td role="cell" class="amount" data-label="\(label: amountHeading)">\(amount)</td>
            <td role="cell" class="strip">\(figure)</td>
            <th role="rowheader" scope="row" class="what"><a href="\(address)">\(title)</a>
            <span class="listing">\(listing)</span>
            \(remarks)</th>
            <td role="cell" class="state"><span data-state>\(chips)</span> <bdi data-owner>\(owner)</bdi> \
            <span data-time></span></td>
            <td role="cell" class="act" data-label="\(label: dueHeading)">\(actBy)</td>
            <td role="cell" class="do">\(action)</td>
            </tr>
            """
    }
}
