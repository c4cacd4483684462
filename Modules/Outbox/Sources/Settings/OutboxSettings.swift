import Calendars
import FlywheelStore
public import Settings

/// What the configuration says of what leaves the house, under `outbox`.
public struct OutboxSettings: Sendable {
    /// Networks that webhooks may be sent to although they are not public.
    public var networks: [Network] = []
    /// Where mails are handed over; `nil` where none are sent.
    public var mail: MailServer?
    /// The language of what is sent to nobody who chose one, a tag; empty for English.
    public var language = ""
    /// What is sent on schedule.
    public var digests: [DigestSchedule] = []

    private enum Key: String, CaseIterable { case networks, mail, language, deliver }
    private enum MailKey: String, CaseIterable { case server, from, user, passwordFile }
    private enum DeliverKey: String, CaseIterable { case what, at, days, to, language }

    /// Nothing: public addresses alone, no mail, no schedule.
    public init() {}

    /// Reads the section `outbox` of a configuration file; nothing where it has none.
    ///
    /// - Parameters:
    ///   - routines: what may be sent on schedule.
    ///   - languages: the tags of what it may be sent in.
    ///   - sources: what reads the file that holds the mail server's password.
    /// - Throws: a ``ConfigurationError``, or what the YAML reader says of text that is no YAML.
    public init(yaml: String, routines: [String], languages: [String], sources: SettingsSources) throws {
        guard let root = try SettingsNode(yaml: yaml),
            let node = try root.entries().first(where: { $0.key == "outbox" })?.value
        else { return }
        let section = try node.section(Key.self)
        networks = try (section[.networks]?.items ?? []).map { item throws(ConfigurationError) in
            try item.value("a network such as 10.1.0.0/16", Network.init)
        }
        mail = try section[.mail].map { node throws(ConfigurationError) in try Self.mail(node, sources) }
        language =
            try section[.language].map { node throws(ConfigurationError) in
                try Self.language(node, of: languages)
            } ?? ""
        digests = try (section[.deliver]?.items ?? []).map { item throws(ConfigurationError) in
            try Self.schedule(item, routines, languages, else: language)
        }
    }

    private static func mail(
        _ node: SettingsNode, _ sources: SettingsSources
    ) throws(ConfigurationError) -> MailServer {
        let section = try node.section(MailKey.self)
        guard let server = section[.server], let from = section[.from] else {
            throw node.refused(
                "without server or from", expected: "both: whom mails are handed to, and whom they are from")
        }
        let sender = try from.value("a mail address such as flywheel@example.com", MailAddress.init)
        let password = try section[.passwordFile].map { file throws(ConfigurationError) in
            let path = try file.text()
            do {
                return String(try sources.file(path).prefix { !$0.isNewline })
            } catch {
                throw file.refused(path, expected: "a file that holds the password in its first line")
            }
        }
        let user = try section[.user].map { node throws(ConfigurationError) in try node.text() }
        return try server.value("smtps://host or smtp://host, with user and passwordFile or neither") { address in
            MailServer(address: address, sender: sender, user: user, password: password)
        }
    }

    private static func schedule(
        _ node: SettingsNode, _ routines: [String], _ languages: [String], else ownLanguage: String
    ) throws(ConfigurationError) -> DigestSchedule {
        let section = try node.section(DeliverKey.self)
        guard let what = section[.what], let at = section[.at], let to = section[.to] else {
            throw node.refused(
                "without what, at or to", expected: "all three: a routine, a time of day, and who gets it")
        }
        let days = try section[.days]?.items.map { item throws(ConfigurationError) in
            try item.value("a weekday such as mon", Weekday.init(word:))
        }
        let language = try section[.language].map { node throws(ConfigurationError) in
            try Self.language(node, of: languages)
        }
        return DigestSchedule(
            name: try what.choice(Dictionary(uniqueKeysWithValues: routines.map { ($0, $0) })),
            second: try at.value("a time of day such as 08:30") { text in
                TimeOfDay.second(of: text).flatMap { $0 < 86_400 ? $0 : nil }
            }, days: Set(days ?? Weekday.allCases),
            receivers: try to.items.map { item throws(ConfigurationError) in
                try item.value("a subscription such as W1") { text in
                    text.uppercased().hasPrefix(SubscriptionRecord.letter) ? SubscriptionID(text: text) : nil
                }
            }, language: language ?? ownLanguage)
    }

    private static func language(
        _ node: SettingsNode, of languages: [String]
    ) throws(ConfigurationError) -> String {
        try node.choice(Dictionary(uniqueKeysWithValues: languages.map { ($0, $0) }))
    }
}
