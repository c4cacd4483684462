import Cases
import FlywheelKit

extension Case {
    /// What who asks wrote, oldest first. A marketplace that writes about somebody else's matter is not who asks.
    var asked: [(at: Instant, message: CaseEvent.Message)] {
        messages.filter { _, message in
            guard !message.isInternal, case .party(let author) = message.author else { return false }
            return author != .platform || side == .platform
        }
    }

    /// What it is about: what a person of the desk said of it last, else what its source says.
    var labels: Set<String> {
        if let said = intentsWord.here, case .person = said.by { return Set(said.value) }
        if let stated = intentsWord.there { return Set(stated.value) }
        let words = category.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") } ?? ""
        return words.isEmpty ? [] : [words]
    }
}
