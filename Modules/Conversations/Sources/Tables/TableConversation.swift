import FlywheelKit

/// A conversation while its rows are gathered.
struct TableConversation {
    private(set) var conversation: Conversation
    /// The codes of its messages.
    private var codes: Set<String> = []
    /// What was last said of the fields whose changes are history.
    private var last: [ConversationChange.Field: String] = [:]
    /// When each field was last said, by the rows that tell when: the newest word holds, whatever the order of the rows.
    private var said: [TableField: Instant] = [:]

    init(source: String, code: String) { conversation = Conversation(source: source, code: code) }

    var code: String { conversation.code }

    /// Adds what a row says.
    mutating func add(_ row: TableRow, _ layout: TableLayout, _ moments: TableMoments) {
        addState(row, layout, moments)
        addPeople(row, layout, at: moments.ofRow)
        addMessage(row, layout, at: moments[.at])
        if let at = moments[.at], layout.columns[.message] == nil {
            addChanges(row, layout, at: at)
            conversation.updated = max(conversation.updated ?? at, at)
        }
    }

    private mutating func addState(_ row: TableRow, _ layout: TableLayout, _ moments: TableMoments) {
        let at = moments.ofRow
        func known(_ field: TableField, _ old: String?) -> String? {
            newer(layout.text(field, of: row), of: field, at: at) ?? old
        }
        func known(_ field: TableField, _ old: Instant?) -> Instant? {
            newer(moments[field], of: field, at: at) ?? old
        }
        conversation.updated = [conversation.updated, moments[.updated]].compactMap(\.self).max()
        conversation.opened = known(.opened, conversation.opened)
        conversation.firstAnswered = known(.firstAnswered, conversation.firstAnswered)
        conversation.solved = known(.solved, conversation.solved)
        conversation.closed = known(.closed, conversation.closed)
        conversation.subject = known(.subject, conversation.subject)
        conversation.status = known(.status, conversation.status)
        conversation.priority = known(.priority, conversation.priority)
        conversation.category = known(.category, conversation.category)
        conversation.channel = known(.channel, conversation.channel)
        conversation.side = known(.side, conversation.side)
        conversation.language = known(.language, conversation.language)
        conversation.marketplace = known(.marketplace, conversation.marketplace)
        conversation.assignee = known(.assignee, conversation.assignee)
        conversation.group = known(.group, conversation.group)
        conversation.satisfaction = known(.satisfaction, conversation.satisfaction)
        for tag in (layout.text(.tags, of: row) ?? "").split(whereSeparator: { ",;".contains($0) }) {
            let tag = tag.trimmed
            if !tag.isEmpty, !conversation.tags.contains(tag) { conversation.tags.append(tag) }
        }
        for (field, name) in [
            (TableField.order, "order"), (.sku, "sku"), (.asin, "asin"), (.marketplaceCase, "marketplace-case"),
        ] {
            conversation.references[name] = known(field, conversation.references[name])
        }
        for (field, figure) in [
            (TableField.reopens, Conversation.Figure.reopens), (.reassignments, .reassignments), (.replies, .replies),
            (.updates, .updates), (.madePromise, .madePromise),
        ] {
            conversation.figures[figure] = known(field, conversation.figures[figure])
        }
    }

    /// What a row says of a field; nothing where another row said it later.
    private mutating func newer<Value>(_ value: Value?, of field: TableField, at: Instant?) -> Value? {
        guard let value, let at else { return value }
        if let before = said[field], before > at { return nil }
        said[field] = at
        return value
    }

    private mutating func addPeople(_ row: TableRow, _ layout: TableLayout, at: Instant?) {
        let asking = Correspondent(
            code: layout.text(.requester, of: row), name: layout.text(.requesterName, of: row),
            address: layout.text(.requesterAddress, of: row))
        guard asking != Correspondent() else { return }
        conversation.requester = newer(asking, of: .requester, at: at) ?? conversation.requester
    }

    private mutating func addMessage(_ row: TableRow, _ layout: TableLayout, at: Instant?) {
        if let text = layout.text(.description, of: row), conversation.messages.isEmpty {
            // Where rows are tickets, an author is who opened the ticket.
            let isMessage = layout.columns[.message] != nil
            let (author, writer) = author(isMessage ? nil : layout.text(.author, of: row))
            conversation.messages.append(
                CorrespondenceMessage(
                    code: CorrespondenceMessage.openingCode, at: conversation.opened, author: author, writer: writer,
                    text: text))
        }
        guard let text = layout.text(.message, of: row) else { return }
        let author = layout.text(.author, of: row)
        let isInternal =
            layout.text(.isInternal, of: row).map(Self.isYes) ?? layout.text(.isPublic, of: row).map { !Self.isYes($0) }
        let code =
            layout.text(.messageCode, of: row)
            ?? StableCode.of("\(at?.seconds ?? 0)\u{1F}\(author ?? "")\u{1F}\(text)".utf8)
        guard codes.insert(code).inserted else { return }
        let (kind, writer) = self.author(author)
        conversation.messages.append(
            CorrespondenceMessage(
                code: code, at: at, author: kind, writer: writer, isInternal: isInternal ?? false, text: text))
    }

    private static func isYes(_ word: String) -> Bool { ["true", "yes", "1", "t", "y"].contains(word.lowercased()) }

    /// Who wrote, by the word for their part, else by whether it is who asks.
    private func author(_ word: String?) -> (CorrespondenceMessage.Author, Correspondent?) {
        guard let word else { return (.requester, conversation.requester) }
        switch word.lowercased() {
        case "customer", "requester", "end-user", "buyer", "client", "contact", "user":
            return (.requester, conversation.requester)
        case "agent", "support", "staff", "admin": return (.agent(nil), nil)
        case "system", "bot", "automation", "trigger": return (.automation, nil)
        case "marketplace", "platform": return (.marketplace, nil)
        default:
            let asking = conversation.requester
            if [asking?.code, asking?.name, asking?.address].contains(word) { return (.requester, asking) }
            let isNumber = word.utf8.allSatisfy { 0x30...0x39 ~= $0 }
            return (.somebody, isNumber ? Correspondent(code: word) : Correspondent(name: word))
        }
    }

    /// A row of a log: its state and step always, everything else where it differs from the row before.
    private mutating func addChanges(_ row: TableRow, _ layout: TableLayout, at: Instant) {
        let by = layout.text(.by, of: row)
        func add(_ field: ConversationChange.Field, _ value: String?) {
            conversation.changes.add(ConversationChange(at: at, field, value, by: by))
        }
        if let name = layout.text(.field, of: row) {
            if let field = Self.fields[name.lowercased()] { add(field, layout.text(.value, of: row)) }
            return
        }
        if let status = layout.text(.status, of: row) { add(.status, status) }
        if let activity = layout.text(.activity, of: row) { add(.activity, activity) }
        for (column, field) in [
            (TableField.priority, ConversationChange.Field.priority), (.category, .category), (.assignee, .assignee),
            (.group, .group),
        ] where layout.columns[column] != nil {
            let value = layout.text(column, of: row)
            if value != last[field] { add(field, value) }
            last[field] = value
        }
    }

    /// The fields whose history is kept, as histories call them.
    private static let fields: [String: ConversationChange.Field] = [
        "status": .status, "state": .status, "priority": .priority, "type": .category, "category": .category,
        "assignee": .assignee, "assignee_id": .assignee, "owner": .assignee, "group": .group, "group_id": .group,
    ]
}

extension [ConversationChange] {
    /// Adds a change at its time; of one moment, what was added first stays first.
    mutating func add(_ change: ConversationChange) {
        let place = lastIndex { $0.at <= change.at }.map { $0 + 1 } ?? 0
        insert(change, at: place)
    }
}
