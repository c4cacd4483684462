import FlywheelKit

/// Which kind of file a row of headings belongs to.
struct Recognition {
    private let formats: [FileFormat]
    private let candidates: [FileFormat]
    private let kind: String?
    private let fileName: HeadingName
    /// The headings of all kinds that may be meant.
    let knownNames: Set<HeadingName>

    /// The formats of `feeds`: sources' own layouts, and a plain table for each. Where somebody says what headings mean,
    /// the table of the stated kind is meant.
    ///
    /// - Parameters:
    ///   - fileName: what the file is called, without its ending.
    ///   - period: the days the file's name names.
    ///   - day: the day on which the file was true.
    init(
        feeds: [Feed], kind: String?, headings: [MappedHeading] = [], fileName: String, period: ClosedRange<Day>?,
        at day: Day
    ) throws(ImportError) {
        self.fileName = HeadingName(fileName)
        let keys = Set(feeds.map(\.key))
        let all =
            (FileFormat.amazon(period: period, at: day) + SheetKind.all.flatMap(\.formats)).filter {
                keys.contains($0.feed.key)
            }
            + feeds.map { FileFormat.table(of: $0) }
        formats = all
        let named = kind.map { kind in all.filter { $0.isCalled(kind) } } ?? all
        candidates = headings.isEmpty ? named : named.filter { !$0.isSourcesOwn }.map { $0.mapped(headings) }
        self.kind = kind
        knownNames = Set((candidates.isEmpty ? all : candidates).flatMap(\.knownNames))
        if let kind, candidates.isEmpty, !DocumentKind.all.contains(where: { $0.isCalled(kind) }) {
            throw .unknownKind(
                kind,
                known: all.filter(\.isSourcesOwn).map(\.title) + DocumentKind.all.map(\.title) + feeds.map(\.title))
        }
    }

    /// The format that understands most of `headings`.
    func binding(of headings: Headings) throws(ImportError) -> Binding {
        let bindings = candidates.map { Binding($0, to: headings) }
        let fitting = bindings.filter { kind == nil ? $0.isEvident : $0.fits }
        if let best = fitting.max(by: Binding.isWorse) { return try chosen(best, among: fitting) }
        let nearest = bindings.max(by: Binding.isWorse)
        if let kind {
            let seen = formats.map { Binding($0, to: headings) }.filter(\.isEvident).max(by: Binding.isWorse)
            throw .otherKind(
                stated: kind, missing: nearest?.missing ?? ["a JSON document"], looksLike: seen?.format.title)
        }
        if let found = ForeignReport.of(headings) { throw .notRead(found: found.title) }
        let hasAny = nearest.map { $0.understood > 0 } ?? false
        throw .unrecognized(
            headings: headings.texts, nearest: hasAny ? nearest?.format.title : nil, missing: nearest?.missing ?? [])
    }

    /// The best, unless tables of other feeds are as good: then the file's name tells. A guess would overwrite the facts of
    /// one feed with those of another.
    private func chosen(_ best: Binding, among fitting: [Binding]) throws(ImportError) -> Binding {
        guard kind == nil, !best.format.isSourcesOwn else { return best }
        let equals = fitting.filter { !Binding.isWorse($0, best) }
        guard equals.contains(where: { $0.format.feed.key != best.format.feed.key }) else { return best }
        let named = equals.filter { fileName.contains(HeadingName($0.format.feed.title)) }
        guard let one = named.first, named.count == 1 else {
            throw .ambiguous(kinds: equals.map(\.format.feed.title))
        }
        return one
    }
}

extension FileFormat {
    /// Whether people may call the format so: by its title, its feed's title or key, or the key without its version.
    func isCalled(_ name: String) -> Bool {
        let key = feed.key.text
        return [title, feed.title, key, String(key.prefix { $0 != "/" })].contains {
            HeadingName($0) == HeadingName(name)
        }
    }
}
