import FlywheelKit

/// A format laid over the headings of a file: which column of the file holds what.
struct Binding: Sendable {
    /// A product id's column, and the column that must say what kind of id it is.
    struct Product: Sendable {
        let index: Int
        let type: (index: Int, value: String)?
    }

    let format: FileFormat
    let headings: Headings
    let subject: Int?
    let products: [Product]
    /// The feed's columns that the file has, in the feed's order.
    private(set) var columns: [(declaration: ColumnDeclaration, index: Int)]
    let currency: Int?
    let marketplace: Int?
    let aside: Int?
    /// The column of a row's own moment.
    let moment: Int?
    /// The column of the day of which the file is.
    let day: Int?
    /// The last column of the file that no row may leave out.
    let lastNeeded: Int
    /// What must be there and is not, by the name it has in the feed or by its first alias.
    let missing: [String]
    /// How many columns of the file the format understands.
    let understood: Int

    init(_ format: FileFormat, to headings: Headings) {
        var taken: Set<Int> = []
        func take(_ aliases: [HeadingAlias]) -> Int? {
            let index = headings.column(of: aliases, besides: taken)
            if let index { taken.insert(index) }
            return index
        }
        let feed = format.feed
        let subject = take(format.subject)
        let named = Dictionary(
            format.columns.compactMap { entry in take(entry.aliases).map { (entry.column, $0) } },
            uniquingKeysWith: { first, _ in first })
        products = format.products.compactMap { product in
            guard let index = take(product.aliases) else { return nil }
            guard let typed = product.typed else { return Product(index: index, type: nil) }
            return headings.column(of: typed.aliases).map { Product(index: index, type: ($0, typed.value)) }
        }
        currency = take(format.currency)
        marketplace = take(format.marketplace)
        aside = format.aside.flatMap { take([$0]) }
        moment = format.moment.flatMap { take([$0]) }
        day = headings.column(of: format.day)
        let markers = format.markers.map { headings.column(of: $0) }

        self.format = format
        self.headings = headings
        self.subject = subject
        columns = feed.columns.compactMap { column in named[column.name].map { (column, $0) } }
        lastNeeded = max(subject ?? -1, columns.filter(\.declaration.isRequired).map(\.index).max() ?? -1)
        missing = format.missing(
            from: headings, hasSubject: subject != nil || format.namesProducts && !products.isEmpty,
            columns: Set(named.keys))
        let personal = format.personal.compactMap { headings.column(of: [$0], besides: taken) }
        understood = taken.union(markers.compactMap(\.self)).union(personal).count
    }

    /// The binding with those columns alone and the ones no row can be judged without.
    func limited(to names: Set<String>) -> Binding {
        if format.rule != nil { return self }
        var needed = names
        if case .log(let group, let newest, let at) = format.feed.shape {
            needed.formUnion(group + [newest, at].compactMap(\.self))
        }
        var limited = self
        limited.columns = columns.filter { $0.declaration.isRequired || needed.contains($0.declaration.name) }
        return limited
    }

    /// Whether the file can be read by the format.
    var fits: Bool { missing.isEmpty }

    /// Whether the file is of that kind unless somebody says otherwise. Sources' own layouts have markers; of a plain
    /// table most columns must be known, or the exports of other programs would be taken for one by a few common words.
    var isEvident: Bool { fits && (format.isSourcesOwn || understood * 2 > headings.namedCount) }

    /// The headings nothing is read from.
    var unbound: [String] {
        let bound = Set(
            columns.map(\.index) + products.flatMap { [$0.index] + ($0.type.map { [$0.index] } ?? []) }
                + [subject, currency, marketplace, aside, moment, day].compactMap(\.self))
        return headings.texts.indices.filter { !bound.contains($0) }.map { headings.texts[$0] }
    }

    /// More understood headings are better. Of equals it is the source's own layout, then the one that asks for more.
    static func isWorse(_ one: Binding, _ other: Binding) -> Bool { one.merit.lexicographicallyPrecedes(other.merit) }

    private var merit: [Int] {
        [
            understood, format.isSourcesOwn ? 1 : 0, -missing.count,
            columns.count { $0.declaration.isRequired } + (subject == nil ? 0 : 1),
        ]
    }
}

extension FileFormat {
    /// What a file lacks that has these headings: the subject, required columns, markers, any column at all.
    fileprivate func missing(from headings: Headings, hasSubject: Bool, columns found: Set<String>) -> [String] {
        var missing: [String] = []
        if !hasSubject, feed.subject != .account { missing.append(subject.first?.written ?? feed.subject.rawValue) }
        let lacking = columns.filter { !found.contains($0.column) }
        let required = Set(feed.columns.filter(\.isRequired).map(\.name))
        missing += lacking.filter { required.contains($0.column) }.map { $0.aliases.first?.written ?? $0.column }
        let absent = markers.filter { headings.column(of: $0) == nil }.compactMap { $0.first?.written }
        missing += absent.filter { !missing.contains($0) }
        if found.isEmpty, missing.isEmpty { missing += lacking.prefix(1).map(\.column) }
        return missing
    }
}
