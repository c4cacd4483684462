import Calendars
import FlywheelKit

/// Files that are made tables: JSON documents, and rows that do not stand for themselves.
extension FileImporter {
    /// A look through a JSON document; nil where the file is none.
    func survey(_ source: FileSource) throws(ImportError) -> DocumentSurvey? {
        do throws(ReadError) {
            let bytes = try source.bytes()
            let head = try bytes.peek(1 << 10).drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
            let next = head.dropFirst().first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
            let isObject = head.first == UInt8(ascii: "{")
            let isList = head.first == UInt8(ascii: "[") && (next == UInt8(ascii: "{") || next == UInt8(ascii: "]"))
            return isObject || isList ? try DocumentSurvey(bytes, limits: limits) : nil
        } catch {
            throw ImportError(error)
        }
    }

    /// The tables of a document that have rows.
    func documents(
        _ survey: DocumentSurvey, _ source: FileSource, _ origin: FileOrigin, marketplace: String?
    ) throws(ImportError) -> [FileStart] {
        guard let kind = survey.kind else {
            if let foreign = ForeignReport.document(survey.ways) { throw .notRead(found: foreign) }
            throw .unrecognizedDocument(members: survey.members)
        }
        if survey.documents > 1, !kind.frame.isEmpty {
            throw .unreadable(reason: "found \(survey.documents) documents in one file, expected one \(kind.title)")
        }
        let frame = DocumentFrame(members: survey.frame, seller: seller(origin))
        let tables = try meant(kind.tables, of: kind.title)
        let changes = try changes(of: tables.filter(\.hasParts), source, kind, frame, marketplace: marketplace)
        var parts = changes.parts[...]
        var starts: [FileStart] = []
        for table in tables {
            let own = table.hasParts ? parts.popFirst() : nil
            for contents in own.map({ $0.map { .part($0) } }) ?? [FileSource.Document.Contents.json(kind)] {
                let start = try FileStart(source, FileSource.Document(contents: contents, frame: frame, table: table))
                if !start.rows.isEmpty { starts.append(start) }
            }
        }
        if starts.isEmpty {
            let names = changes.unread.keys.sorted().joined(separator: ", ")
            throw names.isEmpty ? .empty : .notRead(found: "\(kind.title) \(names)")
        }
        starts[0].unreadRecords = changes.unread
        return starts
    }

    /// Those of a file's tables that feed feeds which are imported, and that are meant where somebody says so.
    private func meant(_ tables: [DocumentTable], of kind: String) throws(ImportError) -> [DocumentTable] {
        let meant = tables.filter { table in
            feeds.contains { $0.key == table.feed.key }
                && context.kind.map { HeadingName($0) == HeadingName(kind) || table.format.isCalled($0) } ?? true
        }
        if let stated = context.kind, meant.isEmpty { throw .otherKind(stated: stated, missing: [], looksLike: kind) }
        return meant
    }

    /// The rows of a document by marketplace, and its changes by day as well, where it holds any.
    private func changes(
        of tables: [DocumentTable], _ source: FileSource, _ kind: DocumentKind, _ frame: DocumentFrame,
        marketplace: String?
    ) throws(ImportError) -> DocumentChanges {
        do throws(ReadError) {
            let bytes = tables.isEmpty ? try ByteSource.of([]) : try source.bytes()
            let reader = DocumentReader(bytes, kind, frame: frame, limits: limits)
            return try DocumentChanges(of: tables, in: reader, marketplace: marketplace) { name in
                Marketplace.named(name ?? "").flatMap { context.zone($0.zone) } ?? context.home
            }
        } catch {
            throw ImportError(error)
        }
    }

    /// The tables that are made of a file's rows; the file itself where its rows stand for themselves. A complete one without
    /// a row says that there is none.
    func sheets(_ start: FileStart, _ origin: FileOrigin) throws(ImportError) -> [FileStart] {
        guard let kind = start.binding.format.sheet, let rows = start.source.layout, let faults = start.rowFaults else {
            return [start]
        }
        let layout = SheetReader.Layout(
            rows: rows, headings: start.binding.headings, lastHeadingLine: start.lastHeadingLine, rowFaults: faults)
        let frame = DocumentFrame(members: .null, seller: seller(origin))
        let meant = Set(try meant(kind.tables, of: kind.title).map(\.title))
        var starts: [FileStart] = []
        var written = WritingEvidence()
        for table in kind.tables {
            let made = try FileStart(
                start.source, FileSource.Document(contents: .sheet(kind, layout), frame: frame, table: table))
            written.merge(made.evidence(of: [made.binding]))
            if meant.contains(table.title), table.isComplete || !made.rows.isEmpty { starts.append(made) }
        }
        if starts.isEmpty { throw .empty }
        return starts.map { $0.beside(written) }
    }

    /// The account, where it is called by the id that Amazon gives a seller: a capital A and some twelve others.
    private func seller(_ origin: FileOrigin) -> String? {
        guard let account = context.account ?? origin.account?.value, account.hasPrefix("A"), account.count >= 12,
            account.utf8.allSatisfy({ $0.isDigit || 0x41...0x5A ~= $0 })
        else { return nil }
        return account
    }
}
