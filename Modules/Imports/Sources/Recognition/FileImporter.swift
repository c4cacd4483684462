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
    private let feeds: [Feed]
    private let context: ImportContext
    private let limits: ReadLimits
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

    /// Looks at the start of the file at `path` and says what it is.
    ///
    /// Throws an ``ImportError`` where it is no text in rows, or of no kind known, or not of the kind stated.
    public func open(_ path: String) throws(ImportError) -> RecognizedFile {
        let recognition = try Recognition(feeds: feeds, kind: context.kind, headings: context.headings)
        let origin = FileOrigin(path: path)
        let marketplace = context.marketplace.map { Sourced(Self.identifier(of: $0), .stated) } ?? origin.marketplace
        let start = try start(of: path, recognition, marketplace: marketplace?.value)
        return file(path, origin, start, marketplace: marketplace)
    }

    /// Without a marketplace the region is not known, so Japan's encoding is tried where Europe's makes no sense.
    private func start(
        of path: String, _ recognition: Recognition, marketplace: String?
    ) throws(ImportError) -> FileStart {
        func start(_ encoding: TextEncoding) throws(ImportError) -> FileStart {
            try FileStart(FileSource(path: path, regional: encoding, limits: limits, options: options), recognition)
        }
        do throws(ImportError) {
            return try start(Region(marketplace: marketplace ?? "").encoding)
        } catch {
            guard marketplace == nil, case .unrecognized = error, let start = try? start(.windows31J) else {
                throw error
            }
            return start
        }
    }

    private func file(
        _ path: String, _ origin: FileOrigin, _ start: FileStart, marketplace named: Sourced<String>?
    ) -> RecognizedFile {
        let binding = start.binding
        let marketplace =
            named ?? start.commonestMarketplace.map { Sourced($0, .rows) } ?? Sourced("default", .assumed)
        let market = Marketplace.named(marketplace.value)
        let currency =
            context.currency.map { Sourced($0, .stated) } ?? market.map { Sourced($0.currency, .marketplace) }
        let zone = market.flatMap { context.zone($0.zone) }
        let styles = CellStyles(
            binding, rows: start.rows, of: start.head, decimals: currency?.value.minorDigits ?? 2,
            stated: (context.decimal, context.dateOrder), region: Region(marketplace: marketplace.value))
        let isComplete = binding.format.isComplete(binding.headings)
        let companions = binding.format.companions(under: binding.unbound, of: feeds).map { format in
            file(path, origin, start.reading(Binding(format, to: binding.headings)), marketplace: marketplace)
        }
        let unbound = companions.reduce(binding.unbound) { left, companion in
            left.filter(Set(companion.unboundHeadings).contains)
        }
        return RecognizedFile(
            path: path, format: binding.format.title, feed: binding.format.feed,
            account: context.account.map { Sourced($0, .stated) } ?? origin.account ?? Sourced("default", .assumed),
            marketplace: marketplace, currency: currency,
            effectiveAt: effectiveAt(path, origin, zone: zone ?? .utc), isComplete: isComplete,
            columns: binding.columns.map(\.declaration.name), unboundHeadings: unbound, companions: companions,
            warnings: Self.warnings(
                binding, styles, marketplace: marketplace, isComplete: isComplete, unbound: unbound),
            source: start.source,
            converter: RowConverter(
                binding: binding, styles: styles, lastHeadingLine: start.lastHeadingLine,
                marketplace: marketplace.value, currency: currency?.value, zone: zone))
    }

    private func effectiveAt(_ path: String, _ origin: FileOrigin, zone: TimeZoneTable) -> Sourced<Instant> {
        if let at = context.at { return Sourced(at, .stated) }
        if let day = origin.day {
            return Sourced(Instant(seconds: zone.startOfDay(day.value.epochDays)), day.source)
        }
        return FileOrigin.changed(path: path).map { Sourced($0, .fileTime) } ?? Sourced(Instant(seconds: 0), .assumed)
    }

    private static func identifier(of marketplace: String) -> String {
        Marketplace.named(marketplace)?.id ?? marketplace
    }

    private static func warnings(
        _ binding: Binding, _ styles: CellStyles, marketplace: Sourced<String>, isComplete: Bool, unbound: [String]
    ) -> [ImportWarning] {
        var warnings: [ImportWarning] = []
        if marketplace.source == .assumed, binding.format.feed.subject != .account {
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
        if !isComplete {
            warnings.append(
                ImportWarning(
                    .partial, "the file does not say of every listing how it stands: it adds, and closes nothing"))
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
        if !unused.isEmpty, !isSourcesOwn {
            warnings.append(ImportWarning(.unused, "not used: \(list(unused))"))
        }
        return warnings
    }
}
