import FlywheelWeb
import HTTPTypes
import People
import WebPages

extension PeopleError {
    /// What was found and what to do, in the reader's words.
    func words(for reader: Reader) -> HTML {
        let phrases = reader.phrases
        switch self {
        case .wrong: return phrases("people.fault.wrong")
        case .tooMany(let seconds):
            return phrases("people.fault.tooMany", ["seconds": .count(Int(clamping: seconds))])
        case .password(.length(let count)):
            let (least, most) = (PasswordRule.length.lowerBound, PasswordRule.length.upperBound)
            return phrases(
                "people.fault.length",
                ["count": .count(count), "least": .text(String(least)), "most": .text(String(most))])
        case .password(.common): return phrases("people.fault.common")
        case .password(.name): return phrases("people.fault.passwordIsName")
        case .name: return phrases("people.fault.name")
        case .nobody, .unknown: return phrases("people.fault.gone")
        case .standsAlready: return phrases("people.fault.standsAlready")
        case .adminFirst, .refused: return reader.said(description)
        }
    }

    /// The field that is meant, of those that forms here have.
    var field: String? {
        switch self {
        case .password: "password"
        case .name: "name"
        default: nil
        }
    }

    var status: HTTPResponse.Status {
        switch self {
        case .wrong: .unauthorized
        case .tooMany: .tooManyRequests
        case .password, .name: .unprocessableContent
        case .nobody, .unknown: .notFound
        case .standsAlready, .adminFirst, .refused: .conflict
        }
    }

    /// When the next try is heard.
    var headers: HTTPFields {
        if case .tooMany(let seconds) = self { [.retryAfter: String(seconds)] } else { [:] }
    }
}

extension Problem {
    /// What was refused at the door, as programs read it.
    init(_ error: PeopleError) {
        self.init(Diagnostic(error))
        status = error.status
        headers = error.headers
    }
}

extension PageVisit {
    /// Answers a form by what was done, or by the same form with what was found.
    ///
    /// - Parameter field: the field that is meant where the refusal names none.
    func answering(
        _ sheet: ([Fault]) throws -> PageContent, at field: String, _ work: () throws -> WebReply
    ) throws -> WebReply {
        do { return try work() } catch let error as PeopleError {
            var page = try sheet([Fault(field: error.field ?? field, error.words(for: reader))])
            page.shell.faults = [Fault(field: error.field ?? field, error.words(for: reader))]
            var answer = reply(page, status: error.status)
            answer.headers.append(contentsOf: error.headers)
            return answer
        }
    }

    /// A form in a section, with a heading where there are several.
    func section(
        _ heading: String? = nil, hint: String? = nil, to action: Address, fields: [Field], button: String,
        faults: [Fault] = [], hidden: KeyValuePairs<String, String> = [:]
    ) -> HTML {
        let head = heading.map { "<h2>\(words($0))</h2>" as HTML }
        let line = hint.map { "<p>\(words($0))</p>" as HTML }
        let form = Form(
            to: action, class: "stacked", hidden: hidden,
            content: """
                \(fields.map { $0.html(faults: faults, for: reader) })
                \(Button(words(button), weight: .main).html)
                """)
        return "<section>\(head)\(line)\(form.html(for: reader))</section>"
    }

    /// Something that is shown this once, to be copied.
    func secrets(_ texts: [String]) -> HTML {
        "<ul class=\"secrets\" translate=\"no\">\(texts.map { "<li><code>\($0)</code></li>" as HTML })</ul>"
    }
}
