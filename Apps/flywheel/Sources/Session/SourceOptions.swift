import ArgumentParser
import CaseDesk
import FlywheelHost
import FlywheelKit
import Foundation
import Imports
import Settings

/// What files rarely say of themselves: whose they are, and when they were true.
struct SourceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The account the files are of.", valueName: "name"),
        completion: .custom { words, _, _ in Completions.accounts(words) }, transform: account)
    var account: String?

    @Option(
        help: ArgumentHelp("The marketplace, by id, name or domain: US.", valueName: "name"),
        completion: Completions.marketplaces)
    var marketplace: String?

    @OptionGroup var writing: WritingOptions

    var stated: StatedSource { StatedSource(account: account, marketplace: marketplace, writing: writing) }

    /// Space around a name is none of it.
    private static func account(_ text: String) throws -> String {
        let name = text.trimmingSpace
        guard !name.isEmpty else { throw ValidationError("--account is blank, expected a name") }
        return name
    }
}

/// What files rarely say of themselves, but for whose they are.
struct WritingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The currency of amounts that name none: USD.", valueName: "code"), transform: currency)
    var currency: Currency?

    @Option(
        help: ArgumentHelp("When the contents were true; a day means its end.", valueName: "instant"),
        transform: Moment.init(argument:))
    var at: Moment?

    @Option(help: ArgumentHelp("What the files are: \"Amazon orders\", or a feed such as orders/1.", valueName: "kind"))
    var kind: String?

    @Option(help: "The mark before decimals: point or comma.")
    var decimal: DecimalMark?

    @Option(help: "How days are written: day-first, month-first or year-first.")
    var dates: DateWriting?

    @Option(help: ArgumentHelp("A YAML file that says what the files' headings mean.", valueName: "file"))
    var mapping: String?

    func validate() throws {
        guard mapping == nil || kind == nil else {
            throw ValidationError("--mapping says what the files are, and so does --kind: leave one out")
        }
    }

    /// The flags as they are typed, each after a space.
    var words: String {
        [
            currency.map { " --currency \($0.code)" }, at.map { " --at \($0.argument)" },
            kind.map { " --kind \($0.shellWord)" }, decimal.map { " --decimal \($0.rawValue)" },
            dates.map { " --dates \($0.rawValue)" }, mapping.map { " --mapping \($0.shellWord)" },
        ].compactMap(\.self).joined()
    }

    fileprivate func mapping(_ path: String, of feeds: [Feed]) throws -> ColumnMapping {
        do {
            return try ColumnMapping(yaml: String(contentsOfFile: path, encoding: .utf8), feeds: feeds)
        } catch let error as CocoaError {
            throw Diagnostic(error, doing: "reading", path: path)
        } catch let error as ConfigurationError {
            throw Diagnostic(mapping: error, file: path)
        } catch {
            throw Diagnostic(
                "mapping", "the file is not YAML as expected: \(YAMLFault(error))", place: path, help: "mend the file",
                exit: .failed)
        }
    }

    private static func currency(_ code: String) throws -> Currency {
        let codes = Locale.Currency.isoCurrencies.map { $0.identifier.uppercased() }
        guard let currency = Currency(code), codes.contains(currency.code) else {
            let nearest = Nearest.word(to: code, of: Marketplace.directory.map(\.currency.code))
            throw ValidationError(
                "--currency is \"\(code)\", expected a code of ISO 4217 such as USD"
                    + (nearest.map { "; did you mean \"\($0)\"?" } ?? ""))
        }
        return currency
    }
}

/// What is said of files from outside.
struct StatedSource {
    var account: String?
    var marketplace: String?
    let writing: WritingOptions

    /// The flags as they are typed, each after a space.
    var words: String {
        [account.map { " --account \($0.shellWord)" }, marketplace.map { " --marketplace \($0.shellWord)" }]
            .compactMap(\.self).joined() + writing.words
    }

    /// What is known of files from outside.
    func context(in session: Session) throws -> ImportContext {
        let zones = session.host.zones
        let context = ImportContext(
            account: account, marketplace: marketplace, currency: writing.currency,
            at: writing.at?.instant(in: session.clock.zone), decimal: writing.decimal?.style,
            dateOrder: writing.dates?.order, kind: writing.kind, zone: { zones.zone($0) })
        guard let mapping = writing.mapping else { return context }
        let named = try writing.mapping(mapping, of: session.host.feeds + [ConversationTable.feed])
        let saysWords = !named.unknown.isEmpty || !named.words.isEmpty
        guard !saysWords || named.feed.key == ConversationTable.feed.key else {
            throw Diagnostic(
                "mapping",
                "the mapping says unknown: or words: for \(named.feed.title), expected them for conversations alone",
                place: mapping, help: "leave them out: in tables of facts a blank cell is unknown, and nothing else",
                exit: .failed)
        }
        return named.completing(context)
    }

    /// What may be slips.
    var warnings: [String] { marketplaceWarning.map { [$0] } ?? [] }

    /// What may be a slip: facts of a marketplace that nobody knows stand apart from those of every other.
    private var marketplaceWarning: String? {
        guard let marketplace, Marketplace.named(marketplace) == nil, Marketplace.channels[marketplace] == nil else {
            return nil
        }
        let names = Marketplace.directory.flatMap { [$0.name, $0.domain, $0.id] }
        // Of two letters, any other two are near.
        let near =
            names.first { marketplace.uppercased().hasPrefix($0) }
            ?? (marketplace.count > 2 ? Nearest.word(to: marketplace, of: names) : nil)
        return
            "\"\(marketplace)\" is no marketplace that is known: its days are those of the calendar's zone, its currency"
            + " that of its other files"
            + (near.map { "; did you mean \"\($0)\"?" } ?? "")
    }
}

/// What comes first in days that are not written as 2026-12-31.
enum DateWriting: String, CaseIterable, ExpressibleByArgument {
    case dayFirst = "day-first"
    case monthFirst = "month-first"
    case yearFirst = "year-first"

    var order: DateOrder {
        switch self {
        case .dayFirst: .dayFirst
        case .monthFirst: .monthFirst
        case .yearFirst: .yearFirst
        }
    }
}

/// The mark before decimals.
enum DecimalMark: String, CaseIterable, ExpressibleByArgument {
    case point, comma

    var style: DecimalStyle { self == .point ? .point : .comma }
}
