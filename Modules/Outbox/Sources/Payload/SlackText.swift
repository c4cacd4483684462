/// What a Slack channel is posted: one line of text, in which nothing calls people or links anywhere.
struct SlackText: Hashable, Codable {
    let text: String

    init(_ text: String) {
        // The three characters that Slack gives a meaning to.
        self.text = text.reduce(into: "") { escaped, character in
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            default: escaped.append(character)
            }
        }
    }
}
