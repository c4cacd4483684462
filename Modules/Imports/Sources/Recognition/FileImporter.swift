import Calendars
public import FlywheelKit

/// Recognises files of facts.
///
/// ```swift
/// let importer = FileImporter(feeds: [Catalog.feed, Orders.feed], context: ImportContext { zones[$0] })
/// let file = try importer.open("exports/acme/US/listings.txt")
/// let summary = try file.read { facts, rejected in … }
/// ```
public struct FileImporter: Sendable {
    let feeds: [Feed]
    let context: ImportContext
    let limits: ReadLimits
    private let options: RowReader.Options

    /// An importer for files of `feeds`: the kit's own, and those that installed workflows declare.
    public init(feeds: [Feed], context: ImportContext, limits: ReadLimits = ReadLimits()) {
        self.init(feeds: feeds, context: context, limits: limits, options: RowReader.Options())
    }

    init(feeds: [Feed], context: ImportContext, limits: ReadLimits = ReadLimits(), options: RowReader.Options) {
        self.feeds = feeds
        self.context = context
        self.limits = limits
        self.options = options
    }

    /// Looks at the file at `path` and says what it is: the first of its tables, where it holds several.
    ///
    /// Throws an ``ImportError`` where it is no text in rows, or of no kind known, or not of the kind stated.
    public func open(_ path: String) throws(ImportError) -> RecognizedFile {
        guard let file = try openAll(path).first?.tables.get().first else { throw .empty }
        return file
    }

    /// Looks at the file at `path` and says what it holds: itself, or the files in it where it is a ZIP archive; and of
    /// each the tables, one for each feed it feeds.
    ///
    /// A file in an archive that cannot be read leaves the others as they are.
    public func openAll(_ path: String) -> [FileContents] {
        let entries: [ZipArchive.Entry]?
        do throws(ReadError) {
            entries = try Self.isArchive(path) ? ZipArchive(path: path, limits: limits).entries : nil
        } catch {
            return [FileContents(entry: nil, tables: .failure(ImportError(error)))]
        }
        guard let entries else { return [contents(of: path, nil)] }
        guard !entries.isEmpty else { return [FileContents(entry: nil, tables: .failure(.empty))] }
        return entries.map { contents(of: path, $0) }
    }

    /// Workbooks are archives, too, but not of files of rows.
    private static func isArchive(_ path: String) throws(ReadError) -> Bool {
        BinaryKind(head: try PositionedFile(path: path).bytes(from: 0, count: 1 << 16)) == .zip
    }

    private func contents(of path: String, _ entry: ZipArchive.Entry?) -> FileContents {
        FileContents(
            entry: entry?.name, tables: Result { () throws(ImportError) in try tables(of: path, entry) })
    }

    private func tables(of path: String, _ entry: ZipArchive.Entry?) throws(ImportError) -> [RecognizedFile] {
        let origin = FileOrigin(path: path, entry: entry)
        let marketplace = context.marketplace.map { Sourced(Self.identifier(of: $0), .stated) } ?? origin.marketplace
        let source = FileSource(
            path: path, entry: entry, regional: Region(marketplace: marketplace?.value ?? "").encoding,
            limits: limits, options: options)
        let starts: [FileStart]
        if let survey = try survey(source) {
            starts = try documents(survey, source, origin, marketplace: marketplace?.value)
        } else {
            starts = try sheets(try start(source, origin, isRegionKnown: marketplace != nil), origin)
        }
        return starts.flatMap { start in
            parts(of: start, origin, marketplace: marketplace).flatMap { file in [file] + file.companions }
        }
    }

    /// Marketplaces in one file, each of which is a reading of it; where a column names more, it names something else.
    private static let mostMarketplaces = 40

    /// A table for each marketplace that rows name, as those of one file of orders do of all of Europe; one alone where it is
    /// known from elsewhere of which the file is.
    private func parts(of start: FileStart, _ origin: FileOrigin, marketplace: Sourced<String>?) -> [RecognizedFile] {
        let named = marketplace == nil && start.source.document == nil ? start.marketplacesOfAllRows : []
        guard let first = named.first, 2...Self.mostMarketplaces ~= named.count else {
            return [file(origin, start, marketplace: marketplace ?? named.first.map { Sourced($0, .rows) })]
        }
        let start = start.beside(start.evidence(of: [start.binding] + companions(of: start.binding)))
        var files = named.map { name in
            file(
                origin, start, marketplace: Sourced(name, .rows),
                elsewhere: name == first ? .named(Set(named.dropFirst())) : .all)
        }
        let styles = files.map(\.converter.styles)
        let areAlike = Set(styles.map(\.dateOrder)).count == 1 || styles.allSatisfy { !$0.needsOrder }
        for index in files.indices { files[index].converter.datesElsewhere = areAlike }
        return files
    }

    /// Without a marketplace the region is not known, so Japan's encoding is tried where Europe's makes no sense.
    private func start(
        _ source: FileSource, _ origin: FileOrigin, isRegionKnown: Bool
    ) throws(ImportError) -> FileStart {
        let at = origin.effectiveAt(context, zone: .utc).value
        let recognition = try Recognition(
            feeds: feeds, kind: context.kind, headings: context.headings, fileName: origin.stem,
            period: origin.period, at: Day(epochDays: TimeZoneTable.utc.localDay(at: at.seconds)))
        do throws(ImportError) {
            return try FileStart(source, recognition)
        } catch {
            guard !isRegionKnown, case .unrecognized = error,
                let start = try? FileStart(source.in(.windows31J), recognition)
            else {
                throw error
            }
            return start
        }
    }

    private func file(
        _ origin: FileOrigin, _ start: FileStart, marketplace named: Sourced<String>?,
        elsewhere: OtherMarketplaces = .none
    ) -> RecognizedFile {
        let binding = start.binding
        let path = start.source.path
        let marketplace =
            named ?? start.source.document?.part?.marketplace.map { Sourced($0, .rows) }
            ?? start.marketplaces.first.map { Sourced($0, .rows) } ?? context.marketplace(of: binding.format)
            ?? Sourced(Subject.nowhere, .assumed)
        let account =
            context.account.map { Sourced($0, .stated) } ?? origin.account ?? context.accountBeside
            ?? Sourced(Subject.nowhere, .assumed)
        let market = Marketplace.named(marketplace.value)
        let known =
            context.currency.map { Sourced($0, .stated) } ?? market.map { Sourced($0.currency, .marketplace) }
        let others = companions(of: binding)
        var start = start.leaving(elsewhere, beside: marketplace.value)
        if !others.isEmpty { start = start.beside(start.evidence(of: [binding] + others)) }
        let leavesCurrencyOpen = start.leavesCurrencyOpen
        let isOpen = known == nil && leavesCurrencyOpen
        let owner = ImportContext.Owner(account: account.value, marketplace: marketplace.value)
        let currency =
            isOpen ? context.currencyBeside(owner, binding.format).flatMap { start.allows($0.value) ? $0 : nil } : known
        let written = start.currency
        let zone = market.flatMap { context.zone($0.zone) }
        // JSON has one way to write numbers.
        let decimal = start.source.document?.isSheet ?? true ? context.decimal : .point
        let region = Region(
            marketplace: marketplace.value,
            currency: written ?? (known ?? context.currencyBeside(owner, binding.format))?.value)
        let styles = CellStyles(
            binding, rows: start.rows, of: start.head, decimals: (written ?? currency?.value)?.minorDigits ?? 2,
            stated: (decimal, context.dateOrder), beside: start.beside, region: region)
        let day = OwnDay(start, stated: context.dateOrder, region: region)
        let isComplete = binding.format.isComplete(binding.headings)
        let companions = others.map { other in
            file(origin, start.reading(other), marketplace: marketplace, elsewhere: elsewhere)
        }
        let unbound = companions.reduce(binding.unbound) { left, companion in
            left.filter(Set(companion.unboundHeadings).contains)
        }
        return RecognizedFile(
            path: path, entry: start.source.entry?.name, format: binding.format.title, feed: binding.format.feed,
            account: account, marketplace: marketplace, currency: currency, namedCurrency: written,
            lacksCurrency: isOpen && currency?.source != .neighbours,
            reading: styles.reading(binding, currency: leavesCurrencyOpen ? .some(currency?.value) : nil),
            effectiveAt: start.source.document?.part?.at.map { Sourced($0, .rows) }
                ?? origin.effectiveAt(context, own: day?.day, zone: zone ?? context.home),
            isComplete: isComplete, namesProducts: binding.format.namesProducts,
            columns: binding.columns.map(\.declaration.name) + binding.format.days.keys.sorted(),
            days: binding.format.days, unboundHeadings: unbound, companions: companions,
            warnings: Self.warnings(
                binding, styles, marketplace: marketplace, isComplete: isComplete, unbound: unbound)
                + [day?.warning(binding.headings)].compactMap(\.self) + start.warnings,
            source: start.source.reading(styles.decimal),
            converter: RowConverter(
                binding: binding, styles: styles, lastHeadingLine: start.lastHeadingLine,
                rowFaults: start.rowFaults, marketplace: marketplace.value, elsewhere: elsewhere, day: day,
                currency: currency?.value, zone: zone, home: context.home))
    }

    /// What the rows of a file say for other feeds.
    private func companions(of binding: Binding) -> [Binding] {
        binding.format.companions(under: binding.unbound, of: feeds).map { Binding($0, to: binding.headings) }
    }

    private static func identifier(of marketplace: String) -> String {
        Marketplace.named(marketplace)?.id ?? marketplace
    }

    private static func warnings(
        _ binding: Binding, _ styles: CellStyles, marketplace: Sourced<String>, isComplete: Bool, unbound: [String]
    ) -> [ImportWarning] {
        var warnings: [ImportWarning] = []
        if marketplace.source == .assumed, binding.format.isOfOneMarketplace {
            warnings.append(
                ImportWarning(
                    .unknownMarketplace, "nothing says of which marketplace the file is: state it if you know"))
        }
        if let heading = styles.undecidedDates {
            warnings.append(
                ImportWarning(
                    .dateOrder,
                    "no row tells whether the month comes first in \"\(heading)\": taken as \(styles.dateOrder)"))
        }
        if let heading = styles.undecidedDecimals {
            warnings.append(
                ImportWarning(
                    .decimalMark,
                    "no row tells decimals from thousands in \"\(heading)\": taken as a decimal \(styles.decimal)"))
        }
        if !isComplete {
            warnings.append(
                ImportWarning(
                    .partial,
                    "the file does not say of every listing how it stands: it says nothing of those it leaves out"))
        }
        return warnings + binding.format.warnings(ofUnbound: unbound)
    }
}

extension FileFormat {
    /// What is said of headings that nothing is read from. Of a source's own layout that is most of them, and no surprise.
    fileprivate func warnings(ofUnbound headings: [String]) -> [ImportWarning] {
        func list(_ headings: [String]) -> String { headings.map { "\"\($0)\"" }.joined(separator: ", ") }
        let known = Set(self.personal.map(\.name))
        let personal = headings.filter { known.contains(HeadingName($0)) }
        let unused = headings.filter { !known.contains(HeadingName($0)) && !HeadingName($0).text.isEmpty }
        var warnings: [ImportWarning] = []
        if !personal.isEmpty {
            warnings.append(
                ImportWarning(.personal, "not kept, since people wrote it or it names them: \(list(personal))"))
        }
        if !unused.isEmpty, !isSourcesOwn, !isCompanion {
            warnings.append(ImportWarning(.unused, "not used: \(list(unused))"))
        }
        return warnings
    }
}
