/// Cuts from a message what its writer did not write now: earlier messages below it, quoted lines, a signature, and the frame
/// a marketplace puts around it.
///
/// It goes by the habits of mail programs, in the languages of the marketplaces. Where it would leave nothing, everything stays.
public enum QuotedText {
    /// What the writer wrote now.
    public static func cut(_ text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.last == "\r" ? line.dropLast() : line
        }
        if let framed = framed(lines) { lines = framed }
        var kept: [Substring] = []
        var index = 0
        while index < lines.count {
            let line = lines[index]
            if isQuoted(line) {
                index += 1
                continue
            }
            if let length = introduction(lines, at: index) {
                // Below a quotation that is marked line by line, an answer may follow.
                let next = lines[(index + length)...].firstIndex { !$0.allSatisfy(\.isWhitespace) }
                guard let next, isQuoted(lines[next]) else { break }
                index = next
                continue
            }
            if isSignatureMark(line) || startsEarlierMessage(lines, at: index) { break }
            kept.append(line)
            index += 1
        }
        while let last = kept.last, last.allSatisfy(\.isWhitespace) || isDeviceLine(last) { kept.removeLast() }
        let rest = kept.joined(separator: "\n").trimmed
        return rest.isEmpty ? text.trimmed : rest
    }

    private static func isQuoted(_ line: Substring) -> Bool { line.first { $0 != " " } == ">" }

    /// Amazon forwards what a buyer wrote between two such lines.
    private static func framed(_ lines: [Substring]) -> [Substring]? {
        func isMark(_ line: Substring, _ words: Set<String>) -> Bool {
            let line = line.trimmed
            return line.hasPrefix("-----") && line.hasSuffix("-----")
                && words.contains(line.trimming { "-: ".contains($0) }.lowercased())
        }
        guard let first = lines.firstIndex(where: { isMark($0, ["begin message", "message"]) }) else { return nil }
        let rest = lines[(first + 1)...]
        return Array(rest.prefix { !isMark($0, ["end message"]) })
    }

    /// How many lines introduce a quotation here, "On … wrote:"; nil where none do. Long ones are broken.
    private static func introduction(_ lines: [Substring], at index: Int) -> Int? {
        guard let first = lines[index].first(where: { $0 != " " }), first.isLetter || first.isNumber else { return nil }
        var joined = ""
        for length in 1...3 where index + length <= lines.count {
            joined += (joined.isEmpty ? "" : " ") + lines[index + length - 1].trimmed
            guard joined.utf8.count <= 300, !lines[index + length - 1].isEmpty else { return nil }
            if isIntroduction(joined) { return length }
        }
        return nil
    }

    private static let introductions: [(beginnings: [String], verbs: [String])] = [
        (["on "], ["wrote:"]), (["am "], ["schrieb", "geschrieben:"]), (["le "], ["a écrit"]), (["el "], ["escribió:"]),
        (["il ", "in data "], ["ha scritto:"]), (["op "], ["schreef"]), (["em ", "a "], ["escreveu:"]),
        (["den ", "fre", "mån", "tis", "ons", "tors", "lör", "sön"], ["skrev"]),
        (["w dniu ", "pon", "wt", "śr", "czw", "pt", "sob", "niedz"], ["pisze:", "napisał"]),
    ]

    private static func isIntroduction(_ line: String) -> Bool {
        guard line.hasSuffix(":"), line.contains(where: \.isNumber) else { return false }
        let small = line.lowercased()
        return introductions.contains { form in
            form.beginnings.contains { small.hasPrefix($0) } && form.verbs.contains { small.contains($0) }
        } || small.contains("@") && beginsWithYear(small)
    }

    /// Japanese programs write `2026年11月20日(金) 10:00 name <address>:`.
    private static func beginsWithYear(_ line: String) -> Bool { line.prefix(4).count { $0.isNumber } == 4 }

    private static func isSignatureMark(_ line: Substring) -> Bool { line == "-- " || line == "--" }

    /// A line that mail programs put between a message and the one below, or the headers of that one.
    private static func startsEarlierMessage(_ lines: [Substring], at index: Int) -> Bool {
        let start = lines[index].drop(while: \.isWhitespace)
        if start.hasPrefix("--") || start.hasPrefix("__") || start.hasPrefix("##") {
            let line = start.trimmed.lowercased()
            let words = line.trimming { "-_#: ".contains($0) }
            if separators.contains(where: { words.hasPrefix($0) }) { return true }
            // A line drawn above the headers of the message below.
            if words.isEmpty, line.utf8.count >= 10 {
                let next = lines[(index + 1)...].prefix(4).firstIndex { !$0.allSatisfy(\.isWhitespace) }
                return next.map { areHeaders(lines, at: $0) } ?? false
            }
        }
        return areHeaders(lines, at: index)
    }

    private static func areHeaders(_ lines: [Substring], at index: Int) -> Bool {
        let line = beginning(of: lines[index])
        guard headers[0].contains(where: { line.hasPrefix($0) }) else { return false }
        let following = lines[(index + 1)...].prefix(6).map(beginning)
        return headers[1...].count { names in
            following.contains { line in names.contains { line.hasPrefix($0) } }
        } >= 2
    }

    /// The first letters of a line in small ones, enough to tell a header or a device by: a message may be one long line.
    private static func beginning(of line: Substring) -> String {
        line.drop(while: \.isWhitespace).prefix(24).lowercased()
    }

    private static let separators = [
        "original message", "original-nachricht", "ursprüngliche nachricht", "message d'origine", "mensaje original",
        "messaggio originale", "oorspronkelijk bericht", "mensagem original", "oryginalna wiadomość",
        "forwarded message",
        "weitergeleitete nachricht", "please type your reply above", "in replies all text above",
        "original message follows",
    ]
    /// Who wrote, when, to whom, about what.
    private static let headers = [
        ["from:", "von:", "de:", "da:", "van:", "od:", "från:", "差出人:", "*from:*"],
        [
            "sent:", "date:", "gesendet:", "datum:", "envoyé", "enviado", "fecha:", "inviato:", "data:", "verzonden:",
            "wysłano:", "skickat:", "送信日時:", "*sent:*", "*date:*",
        ],
        ["to:", "an:", "à:", "para:", "a:", "aan:", "do:", "till:", "宛先:", "*to:*"],
        [
            "subject:", "betreff:", "objet", "asunto:", "oggetto:", "onderwerp:", "assunto:", "temat:", "ämne:", "件名:",
            "*subject:*",
        ],
    ]

    private static func isDeviceLine(_ line: Substring) -> Bool {
        guard line.trimmed.utf8.count <= 80 else { return false }
        let start = beginning(of: line)
        return devices.contains { start.hasPrefix($0) }
    }

    private static let devices = [
        "sent from my ", "sent from yahoo", "get outlook for ", "von meinem ", "gesendet von ", "envoyé de mon",
        "envoyé depuis",
        "enviado desde mi", "enviado do meu", "inviato da ", "verstuurd vanaf", "verzonden vanaf", "wysłane z",
        "skickat från",
        "iphoneから送信",
    ]
}

extension StringProtocol {
    /// Without space around it.
    var trimmed: String {
        // Cells by the thousand begin and end with a plain letter or digit, which needs no table of characters.
        if let first = unicodeScalars.first, let last = unicodeScalars.last, first.isPlain, last.isPlain {
            return String(self)
        }
        return trimming(\.isWhitespace)
    }

    /// Without characters of a kind around it.
    func trimming(_ isTrimmed: (Character) -> Bool) -> String {
        let rest = drop(while: isTrimmed)
        guard let last = rest.lastIndex(where: { !isTrimmed($0) }) else { return "" }
        return String(rest[...last])
    }
}

extension Unicode.Scalar {
    /// Whether it is a letter, digit or sign of ASCII, which is no space whatever stands beside it.
    fileprivate var isPlain: Bool { "!"..."~" ~= self }
}

extension CorrespondenceMessage {
    /// What its writer wrote now, without the messages below it and the signature.
    public var ownText: String { QuotedText.cut(text) }
}
