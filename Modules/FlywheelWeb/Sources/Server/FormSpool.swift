import NIOCore
import NIOFileSystem

/// A form on its way in: what was filled in is kept, and each file is written to a folder as it arrives, under a name of the
/// server's own.
struct FormSpool {
    /// Files that one form may bring.
    static let mostFiles = 100

    private let folder: FilePath
    private var reader: MultipartReader
    private var fields: [Fields.Field] = []
    private var files: [FormFile] = []
    private var fieldBytes = 0
    /// The part that is under way, where it is no file.
    private var field: (name: String, bytes: [UInt8])?
    /// The part that is under way, where it is a file.
    private var file: File?

    private struct File {
        let field: String
        let name: String
        let path: FilePath
        let handle: WriteFileHandle
        var writer: BufferedWriter<WriteFileHandle>
        var size = 0
    }

    init(_ reader: MultipartReader, into folder: FilePath) {
        self.reader = reader
        self.folder = folder
    }

    /// Takes the next bytes of the body.
    mutating func take(_ bytes: ByteBuffer) async throws {
        for piece in try reader.read(bytes.readableBytesView) {
            switch piece {
            case .begin(let name, nil): field = (name, [])
            case .begin(let field, let name?): file = try await open(field, name)
            case .content(let bytes): try await write(bytes)
            case .end: try await endPart()
            }
        }
    }

    /// The form, once all of its body was taken.
    func finished() throws(FormError) -> SentForm {
        guard reader.isOver else { throw .cut }
        return SentForm(fields: Fields(fields), files: files)
    }

    /// Lets go of a file that was not written to its end.
    mutating func close() async throws {
        let open = file
        file = nil
        try await open?.handle.close()
    }

    private func open(_ field: String, _ name: String) async throws -> File {
        guard files.count < Self.mostFiles else { throw FormError.tooManyFiles }
        let path = folder.appending("file-\(files.count)")
        let handle = try await FileSystem.shared.openFile(
            forWritingAt: path, options: .newFile(replaceExisting: false))
        return File(field: field, name: name, path: path, handle: handle, writer: handle.bufferedWriter())
    }

    private mutating func write(_ bytes: ArraySlice<UInt8>) async throws {
        if field != nil {
            fieldBytes += bytes.count
            guard fieldBytes <= Route.usualBodyLimit else { throw FormError.tooLong }
            field?.bytes += bytes
        } else {
            file?.size += bytes.count
            try await file?.writer.write(contentsOf: bytes)
        }
    }

    private mutating func endPart() async throws {
        if let (name, bytes) = field { fields.append(Fields.Field(name, String(decoding: bytes, as: UTF8.self))) }
        field = nil
        try await file?.writer.flush()
        if let file {
            files.append(FormFile(field: file.field, name: file.name, path: file.path.string, size: file.size))
        }
        try await close()
    }
}
