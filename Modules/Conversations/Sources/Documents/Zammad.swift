import Calendars
import FlywheelKit
import Imports

/// Zammad: tickets with names (`expand=true`), or with numbers and the assets these are numbers of; articles in a ticket, by
/// themselves, or among the assets.
enum Zammad: TicketSystem {
    static let source = "zammad"

    static func note(_ record: TicketDocument.Record, in directory: inout Directory) {
        guard let id = record.value.text("id") else { return }
        switch record.kind {
        case "assets/user", "users":
            let user = record.value
            let name = [user.text("firstname"), user.text("lastname")].compactMap(\.self).joined(separator: " ")
            directory.add(
                Directory.Person(
                    correspondent: Correspondent(
                        code: id, name: name.isEmpty ? user.text("login") : name, address: user.text("email")),
                    isAgent: nil, locale: nil))
        case "assets/group", "groups":
            if let name = record.value.text("name") { directory.add(group: id, named: name) }
        case "assets/ticketstate", "assets/ticketpriority", "assets/ticketarticletype", "assets/ticketarticlesender":
            if let name = record.value.text("name") { directory.add(name, number: id, to: record.kind) }
        default: return
        }
    }

    static func conversations(
        _ record: TicketDocument.Record, _ directory: Directory, zone: TimeZoneTable
    ) throws(FieldTrouble) -> [Conversation] {
        switch record.kind {
        case "", "tickets", "ticket", "assets/ticket":
            if record.value["ticket_id"] != nil { return [try piece(record.value, directory, zone)] }
            return [try ticket(record.value, directory, zone)]
        case "ticket_articles", "assets/ticketarticle": return [try piece(record.value, directory, zone)]
        default: return []
        }
    }

    private static func ticket(
        _ ticket: JSONValue, _ directory: Directory, _ zone: TimeZoneTable
    ) throws(FieldTrouble) -> Conversation {
        let code = if let id = ticket.text("id") { id } else { try ticket.required("number") }
        var conversation = Conversation(source: source, code: code)
        conversation.references["number"] = ticket.text("number")
        conversation.subject = ticket.text("title")
        conversation.opened = try ticket.instant("created_at", zone)
        conversation.updated = try ticket.instant("updated_at", zone)
        conversation.firstAnswered = try ticket.instant("first_response_at", zone)
        conversation.closed = try ticket.instant("close_at", zone)
        conversation.status = word("state", ticket, "assets/ticketstate", directory)
        conversation.priority = word("priority", ticket, "assets/ticketpriority", directory)
        conversation.channel =
            word("create_article_type", ticket, "assets/ticketarticletype", directory)
        conversation.tags = ticket.labels("tags")
        conversation.group = ticket.text("group") ?? directory.group(ticket.text("group_id"))
        // Nobody is the user with the number 1 and the name of a hyphen.
        let owner = ticket.text("owner") ?? directory.name(of: ticket.text("owner_id"))
        conversation.assignee = owner == "-" || owner == "1" ? nil : owner
        conversation.requester = customer(ticket, directory)
        for article in ticket["articles"]?.elements ?? [] {
            conversation.messages.append(try message(article, directory, zone))
        }
        return conversation
    }

    /// A name where the ticket has it, else what the assets call its number, else the number.
    private static func word(
        _ name: String, _ ticket: JSONValue, _ list: String, _ directory: Directory
    ) -> String? {
        if let word = ticket.text(name) ?? ticket[name]?.text("name") { return word }
        return ticket.text("\(name)_id").map { directory.words[list]?[$0] ?? $0 }
    }

    private static func customer(_ ticket: JSONValue, _ directory: Directory) -> Correspondent? {
        guard let login = ticket.text("customer") else {
            return directory.person(ticket.text("customer_id"))?.correspondent
        }
        let known = directory.person(ticket.text("customer_id"))?.correspondent
        return Correspondent(
            code: known?.code, name: known?.name ?? login,
            address: known?.address ?? (login.contains("@") ? login : nil))
    }

    /// An article by itself is a piece of its ticket.
    private static func piece(
        _ article: JSONValue, _ directory: Directory, _ zone: TimeZoneTable
    ) throws(FieldTrouble) -> Conversation {
        var conversation = Conversation(source: source, code: try article.required("ticket_id"))
        conversation.messages = [try message(article, directory, zone)]
        return conversation
    }

    private static func message(
        _ article: JSONValue, _ directory: Directory, _ zone: TimeZoneTable
    ) throws(FieldTrouble) -> CorrespondenceMessage {
        let sender = word("sender", article, "assets/ticketarticlesender", directory)
        let from = MailAddress.parsed(article.text("from") ?? "")
        let writer =
            directory.person(article.text("origin_by_id") ?? article.text("created_by_id"))?.correspondent
        let name = writer?.name ?? article.text("created_by") ?? from?.name
        let author: CorrespondenceMessage.Author =
            switch sender {
            case "Customer", "2": .requester
            case "Agent", "1": .agent(name)
            case "System", "3": .automation
            default: .somebody
            }
        let body = article.text("body") ?? ""
        let isHTML = article.text("content_type")?.lowercased().hasPrefix("text/html") ?? false
        return CorrespondenceMessage(
            code: try article.required("id"), at: try article.instant("created_at", zone), author: author,
            writer: Correspondent(
                code: writer?.code, name: name, address: from?.address ?? writer?.address),
            isInternal: article.flag("internal") ?? false, text: isHTML ? HTMLText.plain(body) : body,
            attachments: (article["attachments"]?.elements ?? []).map { file in
                let preferences = file["preferences"]
                return CorrespondenceMessage.Attachment(
                    name: file.text("filename") ?? "",
                    type: preferences?.text("Content-Type") ?? preferences?.text("Mime-Type"),
                    size: file.text("size").flatMap { Int($0) }, place: file.text("id").map { "attachment \($0)" })
            })
    }
}
