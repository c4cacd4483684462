import Calendars
import FlywheelKit
import Foundation

/// What the names of a file and of the folders it is in say of it: `acme/US/2026-11-20/listings.txt`,
/// `acme@US/listings-2026-11-20.txt`, `listings-us.txt`.
struct FileOrigin {
    /// The file's own name, without the endings that say how it is written.
    let stem: String
    /// The nearest first.
    private let folders: [String]
    /// Which of ``folders`` is the archive that the file is in.
    private let archive: Int?
    private let path: String
    private let entry: ZipArchive.Entry?

    /// How many folders upwards are looked at: those above belong to the machine, not to the file.
    private static let folderDepth = 3

    /// - Parameter entry: a file in the archive at `path`, which then counts as a folder, as those in it do.
    init(path: String, entry: ZipArchive.Entry? = nil) {
        self.path = path
        self.entry = entry
        let parts = URL(fileURLWithPath: path).standardizedFileURL.pathComponents
        // `2026.01.05.listings.txt.gz`: known endings only, since a name may hold points.
        let endings = [".gz", ".txt", ".tsv", ".csv", ".tab", ".json"]
        // Names in an archive are text, and never a way through folders.
        let names = entry.map { $0.name.split { $0 == "/" || $0 == "\\" }.map(String.init) }
        var stem = (names ?? parts).last ?? ""
        while let ending = endings.first(where: { stem.lowercased().hasSuffix($0) }) {
            stem.removeLast(ending.count)
        }
        self.stem = stem
        let inside = (names ?? []).dropLast().filter { $0 != "." && $0 != ".." }
        folders =
            inside.reversed()
            + parts.dropFirst().dropLast(names == nil ? 1 : 0).suffix(Self.folderDepth).reversed()
        archive = names == nil ? nil : inside.count
    }

    /// The marketplace the names say: its id, domain or capital letters as a word, its letters in either case as the
    /// last word of the file's name, or what follows an `@`.
    var marketplace: Sourced<String>? {
        if let market = Self.marketplace(in: stem, lastWordInAnyCase: true) { return Sourced(market, .fileName) }
        return folders.lazy.compactMap { Self.marketplace(in: $0, lastWordInAnyCase: false) }.first
            .map { Sourced($0, .folderName) }
    }

    /// The account the names say: what precedes an `@`, or the folder above the one called like a marketplace. A folder of a
    /// day is nobody's, nor is an archive, which is called otherwise every time.
    var account: Sourced<String>? {
        for (index, name) in ([stem] + folders).enumerated() {
            let parts = name.split(separator: "@", omittingEmptySubsequences: false)
            if parts.count == 2, !parts[0].isEmpty, Self.marketplace(in: name, lastWordInAnyCase: false) != nil {
                return Sourced(String(parts[0]), index == 0 ? .fileName : .folderName)
            }
        }
        guard let folder = folders.firstIndex(where: { Self.isMarketplace($0) }),
            let above = folders.indices.dropFirst(folder + 1).first(where: { !Self.isDay(folders[$0]) }),
            above != archive
        else { return nil }
        return Sourced(folders[above], .folderName)
    }

    /// The last day the nearest name with a day names, `2026-11-20` or `20261120`.
    var day: Sourced<Day>? {
        for (index, name) in ([stem] + folders).enumerated() {
            if let day = Self.days(in: name).max() { return Sourced(day, index == 0 ? .fileName : .folderName) }
        }
        return nil
    }

    /// The days from the first to the last that the file's own name names, one where it names one; nil where it names none.
    var period: ClosedRange<Day>? {
        let days = Self.days(in: stem)
        guard let first = days.min(), let last = days.max() else { return nil }
        return first...last
    }

    /// When the file's contents were true: as stated, else on the day that its rows or names say, else when it was last
    /// changed.
    ///
    /// Of two files of one day the later one counts, so a file that was last changed on the day it names says when that day.
    ///
    /// - Parameter own: the day that its rows name.
    func effectiveAt(_ context: ImportContext, own: Day? = nil, zone: TimeZoneTable) -> Sourced<Instant> {
        if let stated = context.at { return Sourced(stated, .stated) }
        let changed = changed(home: context.home)
        if let day = own.map({ Sourced($0, .dayInRows) }) ?? day {
            let isOver = changed.map { $0 <= context.now ?? $0 } ?? false
            if let changed, isOver, zone.localDay(at: changed.seconds) == day.value.epochDays {
                return Sourced(changed, .dayAndFileTime)
            }
            return Sourced(Instant(seconds: zone.startOfDay(day.value.epochDays)), day.source)
        }
        return changed.map { Sourced($0, .fileTime) } ?? Sourced(Instant(seconds: 0), .assumed)
    }

    /// When the file was last changed: of one in an archive before that was, and mostly by the clock of whoever packed it.
    private func changed(home: TimeZoneTable) -> Instant? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let changed = (attributes?[.modificationDate] as? Date).map {
            Instant(seconds: Int64($0.timeIntervalSince1970.rounded(.down)))
        }
        let own: Int64? =
            switch entry?.changed {
            case .at(let seconds): seconds
            case .local(let day, let second): home.instant(day: day, secondOfDay: second)
            case nil: nil
            }
        guard let own = own.map(Instant.init(seconds:)) else { return changed }
        return changed.map { min($0, own) } ?? own
    }

    /// The id of the marketplace that a word names; of channels with a single one that is their name.
    private static func id(of word: some StringProtocol) -> String? {
        Marketplace.named(word)?.id ?? SalesChannel(rawValue: word.lowercased())?.marketplace
    }

    /// Two letters are one in capitals alone: `it`, `in` and `gb` are words.
    private static func isMarketplace(_ word: some StringProtocol) -> Bool {
        id(of: word) != nil && (word.count > 2 || word == word.uppercased())
    }

    /// Nil where the words name none, or two.
    private static func marketplace(in name: String, lastWordInAnyCase: Bool) -> String? {
        if let mark = name.lastIndex(of: "@") {
            let word = name[name.index(after: mark)...].prefix { !" _".contains($0) }
            if let id = id(of: word) { return id }
        }
        // A point joins the words of a domain and parts those of other names.
        let domains = name.split { !$0.isLetter && !$0.isNumber && $0 != "." }
        let words = domains.flatMap { $0.split(separator: ".") }
        // `listings-us-2026-11-20`: a date or a number may follow.
        let last = words.last { $0.contains(where: \.isLetter) }
        let named = (domains + words).filter { isMarketplace($0) }
        var found = Set(named.compactMap { id(of: $0) })
        // `ITEMS IN STOCK`: in a name that is all capitals two letters are a word again, but for the last one.
        if isAllCapitals(words), named.allSatisfy({ $0.count == 2 && $0 != last }) { found = [] }
        if found.isEmpty, lastWordInAnyCase, words.count > 1, let last {
            found = Set([id(of: last)].compactMap(\.self))
        }
        return found.count == 1 ? found.first : nil
    }

    /// Whether words are in capitals that need not be: beside two letters there are others, and all are so.
    private static func isAllCapitals(_ words: [Substring]) -> Bool {
        words.contains { $0.count > 2 && $0.contains(where: \.isUppercase) }
            && !words.contains { $0.contains(where: \.isLowercase) }
    }

    /// Whether a name is a day and nothing else.
    private static func isDay(_ name: String) -> Bool {
        name.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: "-") } && days(in: name).count == 1
    }

    private static func days(in name: String) -> [Day] {
        let text = Array(name.utf8)
        return text.indices.compactMap { start in
            let digitBefore = start > 0 && text[start - 1].isDigit
            return digitBefore ? nil : Day(isoAt: text[start...]) ?? Day(digitsAt: text[start...])
        }
    }
}

extension Day {
    fileprivate init?(isoAt text: ArraySlice<UInt8>) {
        guard !(text.dropFirst(10).first?.isDigit ?? false) else { return nil }
        self.init(String(decoding: text.prefix(10), as: UTF8.self))
    }

    fileprivate init?(digitsAt text: ArraySlice<UInt8>) {
        let digits = text.prefix { $0.isDigit }
        guard digits.count == 8 else { return nil }
        let number = digits.reduce(0) { $0 * 10 + Int($1.digit) }
        guard 1_990...2_199 ~= number / 10_000 else { return nil }
        self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }
}
