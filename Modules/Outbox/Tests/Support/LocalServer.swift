import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A real server on this machine, at a port of its own: one thread for each connection.
final class LocalServer: Sendable {
    /// A connection that somebody opened.
    final class Connection {
        private let descriptor: Int32
        private var buffer: [UInt8] = []

        init(_ descriptor: Int32) { self.descriptor = descriptor }

        /// The next bytes up to a line's end; `nil` where the other side is done.
        func line() -> String? {
            while true {
                if let end = buffer.firstIndex(of: 10) {
                    let line = buffer[..<end]
                    buffer.removeSubrange(...end)
                    return String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
                }
                guard fill() else { return nil }
            }
        }

        /// The next bytes.
        func bytes(_ count: Int) -> [UInt8] {
            while buffer.count < count, fill() {}
            defer { buffer.removeFirst(min(count, buffer.count)) }
            return Array(buffer.prefix(count))
        }

        func write(_ text: String) {
            var bytes = Array(text.utf8)[...]
            while !bytes.isEmpty {
                let sent = bytes.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
                guard sent > 0 else { return }
                bytes = bytes.dropFirst(sent)
            }
        }

        private func fill() -> Bool {
            var chunk = [UInt8](repeating: 0, count: 4_096)
            let got = recv(descriptor, &chunk, chunk.count, 0)
            guard got > 0 else { return false }
            buffer += chunk.prefix(got)
            return true
        }
    }

    let port: Int
    private let listener: Int32

    init(_ serve: @escaping @Sendable (Connection) -> Void) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(listener, pointer, size) == 0 && listen(listener, 64) == 0
                    && getsockname(listener, pointer, &size) == 0
            }
        }
        guard isBound else { throw CocoaError(.fileNoSuchFile) }
        self.listener = listener
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread {
            while case let descriptor = accept(listener, nil, nil), descriptor >= 0 {
                Thread.detachNewThread {
                    serve(Connection(descriptor))
                    close(descriptor)
                }
            }
            close(listener)
        }
    }

    /// Ends the wait for connections; whoever waits closes the socket, or its number would be another's already.
    deinit { shutdown(listener, Int32(SHUT_RDWR)) }
}

/// What somebody posted.
struct Post: Sendable {
    let path: String
    let headers: [String: String]
    let body: [UInt8]
}

/// A web server that answers every post alike and remembers them.
final class WebServer: Sendable {
    private let server: LocalServer
    private let kept: Kept<Post>

    var posts: [Post] { kept.all }
    var port: Int { server.port }
    var url: String { "http://127.0.0.1:\(port)/in" }

    /// - Parameter answer: the status line and headers behind `HTTP/1.1`; `nil` leaves the caller waiting.
    init(answer: String? = "204 No Content") throws {
        let kept = Kept<Post>()
        self.kept = kept
        server = try LocalServer { connection in
            while let request = connection.line() {
                var headers: [String: String] = [:]
                while let line = connection.line(), !line.isEmpty {
                    let parts = line.split(separator: ":", maxSplits: 1)
                    headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
                }
                let body = connection.bytes(headers["content-length"].flatMap { Int($0) } ?? 0)
                kept.add(Post(path: String(request.split(separator: " ")[1]), headers: headers, body: body))
                guard let answer else {
                    _ = connection.line()
                    return
                }
                connection.write("HTTP/1.1 \(answer)\r\ncontent-length: 0\r\n\r\n")
            }
        }
    }
}

/// What happened, in its order, from any thread.
final class Kept<Element: Sendable>: Sendable {
    private let list = Mutex<[Element]>([])
    var all: [Element] { list.withLock { $0 } }
    func add(_ element: Element) { list.withLock { $0.append(element) } }
}
