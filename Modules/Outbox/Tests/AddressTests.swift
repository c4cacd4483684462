import Synchronization
import Testing

@testable import Outbox

@Suite("Messages leave for the public internet alone")
struct AddressTests {
    /// What becomes of an address whose name leads to a public address.
    private func outcome(_ text: String, allowing: [Network] = []) async -> String {
        do {
            let target = try TargetURL(text)
            let address = try await AddressGuard(allowing: allowing) { _ in
                [IPAddress("93.184.215.14")].compactMap(\.self)
            }
            .check(target)
            return address.description
        } catch let fault as TargetURL.Fault {
            return fault.rawValue
        } catch let refusal as AddressGuard.Refusal {
            return refusal.word
        } catch {
            return "\(error)"
        }
    }

    static let forms: [(String, String)] = [
        ("https://example.com/in", "93.184.215.14"), ("HTTPS://Example.COM/in?a=b&c=%20", "93.184.215.14"),
        ("https://example.com:8443/", "93.184.215.14"), ("https://example.com", "93.184.215.14"),
        ("https://93.184.215.14/", "93.184.215.14"), ("https://[2606:4700::1111]/", "2606:4700::1111"),
        ("https://xn--bcher-kva.example/", "93.184.215.14"), ("https://1password.com/", "93.184.215.14"),
        ("https://[64:ff9b::808:808]/", "64:ff9b::808:808"),
        // Not encrypted, or no web address at all.
        ("http://example.com/in", "not-https"), ("ftp://example.com/", "not-https"), ("//example.com/", "not-https"),
        ("file:///etc/passwd", "not-https"), ("gopher://127.0.0.1:25/_HELO", "not-https"), ("example.com", "not-https"),
        ("javascript:alert(1)", "not-https"), ("https:/example.com", "not-https"), ("", "not-https"),
        // Users, and what readers of addresses take differently.
        ("https://user@example.com/", "user-in-address"), ("https://user:pass@example.com/", "user-in-address"),
        ("https://example.com@127.0.0.1/", "user-in-address"), ("https://127.0.0.1:80@example.com/", "user-in-address"),
        ("https://example.com\\@127.0.0.1/", "bad-characters"), ("https://127.0.0.1\\.example.com/", "bad-characters"),
        ("https://example.com/#@127.0.0.1", "bad-characters"), ("https://exa mple.com/", "bad-characters"),
        ("https://example.com/\r\nHost: x", "bad-characters"), ("https://example.com/\u{0}", "bad-characters"),
        ("https://\u{FF11}27.0.0.1/", "bad-characters"), ("https://example\u{3002}com/", "bad-characters"),
        ("https://bücher.example/", "bad-characters"), ("https://①②⑦.0.0.1/", "bad-characters"),
        ("https://exam%70le.com/", "bad-host"), ("https://%31%32%37.0.0.1/", "bad-host"),
        ("https:///in", "bad-host"), ("https://./", "bad-host"), ("https://example..com/", "bad-host"),
        ("https://-example.com/", "bad-host"), ("https://example.com./", "bad-host"), ("https://intranet/", "bad-host"),
        ("https://exa_mple.com/", "bad-host"), ("https://[fe80::1%25eth0]/", "bad-host"), ("https://[::1/", "bad-host"),
        ("https://[example.com]/", "bad-host"), ("https://[127.0.0.1]/", "bad-host"), ("https://[::1]x/", "bad-host"),
        ("https://example.com:0/", "bad-port"), ("https://example.com:65536/", "bad-port"),
        ("https://example.com:/", "bad-port"), ("https://example.com:443:80/", "bad-port"),
        ("https://example.com:+443/", "bad-port"), ("https://::1/", "bad-host"),
        // Numbers in other notations.
        ("https://2130706433/", "bad-host"), ("https://0x7f000001/", "bad-host"), ("https://0x7f.1/", "bad-host"),
        ("https://017700000001/", "bad-host"), ("https://0177.0.0.1/", "bad-host"), ("https://127.1/", "bad-host"),
        ("https://127.0.1/", "bad-host"), ("https://127.0.0.1./", "bad-host"), ("https://127.0.0.0x1/", "bad-host"),
        ("https://127.0.0.256/", "bad-host"), ("https://1.2.3.4.5/", "bad-host"), ("https://0x7f.0.0.0x1/", "bad-host"),
        ("https://127.0.0.01/", "bad-host"),
        // Networks that are not public.
        ("https://127.0.0.1/", "loopback-address"), ("https://127.255.255.254:8443/", "loopback-address"),
        ("https://[::1]/", "loopback-address"), ("https://[0:0:0:0:0:0:0:1]/", "loopback-address"),
        ("https://10.0.0.1/", "private-address"), ("https://172.16.0.1/", "private-address"),
        ("https://172.31.255.255/", "private-address"), ("https://192.168.1.1/", "private-address"),
        ("https://[fd00::1]/", "private-address"), ("https://[fc00::1]/", "private-address"),
        ("https://[fec0::1]/", "private-address"), ("https://169.254.169.254/latest/", "link-local-address"),
        ("https://[fe80::1]/", "link-local-address"), ("https://100.64.0.1/", "shared-address"),
        ("https://100.127.255.255/", "shared-address"), ("https://224.0.0.1/", "multicast-address"),
        ("https://239.255.255.255/", "multicast-address"), ("https://[ff02::1]/", "multicast-address"),
        ("https://0.0.0.0/", "reserved-address"), ("https://[::]/", "reserved-address"),
        ("https://255.255.255.255/", "reserved-address"), ("https://192.0.2.1/", "reserved-address"),
        ("https://198.18.0.1/", "reserved-address"), ("https://[2001:db8::1]/", "reserved-address"),
        ("https://[2002:7f00:1::]/", "reserved-address"), ("https://[2001::1]/", "reserved-address"),
        ("https://[::ffff:127.0.0.1]/", "reserved-address"), ("https://[::ffff:7f00:1]/", "reserved-address"),
        ("https://[::ffff:8.8.8.8]/", "reserved-address"), ("https://[::127.0.0.1]/", "reserved-address"),
        ("https://[64:ff9b::7f00:1]/", "loopback-address"), ("https://[64:ff9b::10.0.0.1]/", "private-address"),
        ("https://[64:ff9b:1::a00:1]/", "reserved-address"),
    ]

    @Test(arguments: forms)
    func everyFormOfAnAddressIsSeenThrough(text: String, expected: String) async {
        #expect(await outcome(text) == expected)
    }

    @Test func anAdministratorMayNameNetworks() async throws {
        let allowed = [try #require(Network("10.1.0.0/16")), try #require(Network("fd00::/8"))]
        #expect(await outcome("http://10.1.2.3:8080/in", allowing: allowed) == "10.1.2.3")
        #expect(await outcome("https://[fd12::1]/in", allowing: allowed) == "fd12::1")
        #expect(await outcome("https://10.2.0.1/", allowing: allowed) == "private-address")
        #expect(await outcome("http://93.184.215.14/", allowing: allowed) == "not-https")
    }

    /// What is known of an address before anything is sent, without looking its name up.
    @Test(arguments: [
        ("https://example.com/", "", nil), ("https://example.com/", "10.0.0.0/8", nil),
        ("http://example.com/", "", "not-https"), ("http://intra.example.com/", "10.0.0.0/8", nil),
        ("https://10.0.0.1/", "", "private-address"), ("http://10.0.0.1/", "10.0.0.0/8", nil),
        ("https://169.254.169.254/", "10.0.0.0/8", "link-local-address"), ("https://[::1]/", "", "loopback-address"),
        ("https://localhost:8443/", "", "loopback-address"), ("http://in.localhost/", "127.0.0.0/8", nil),
        ("https://hooks.invalid/", "", "unreachable"), ("http://93.184.215.14/", "", "not-https"),
    ])
    func whatCannotBeReachedIsKnownBefore(text: String, network: String, expected: String?) throws {
        let addresses = AddressGuard(allowing: [Network(network)].compactMap(\.self)) { _ in
            throw AddressGuard.Refusal(word: "looked-up")
        }
        #expect(addresses.obstacle(to: try TargetURL(text)) == expected)
    }

    @Test func everyAddressOfANameMustBeAllowed() async throws {
        let target = try TargetURL("https://example.com/")
        func check(_ texts: String...) async -> Result<IPAddress, any Error> {
            let addresses = texts.compactMap { IPAddress($0) }
            do { return .success(try await AddressGuard { _ in addresses }.check(target)) } catch {
                return .failure(error)
            }
        }
        #expect(try await check("8.8.8.8", "2606:4700::1111").get() == IPAddress("8.8.8.8"))
        await #expect(throws: AddressGuard.Refusal(word: "private-address")) {
            try await check("8.8.8.8", "10.0.0.1").get()
        }
        await #expect(throws: AddressGuard.Refusal(word: "no-address")) { try await check().get() }
    }

    @Test func nameThatChangesItsAnswerIsCheckedAnew() async throws {
        let answers = Mutex(["93.184.215.14", "127.0.0.1", "93.184.215.14"][...])
        let checked = AddressGuard { _ in
            answers.withLock { [$0.popFirst().flatMap { IPAddress($0) }].compactMap(\.self) }
        }
        let target = try TargetURL("https://rebind.example/")
        #expect(try await checked.check(target).description == "93.184.215.14")
        await #expect(throws: AddressGuard.Refusal(word: "loopback-address")) { try await checked.check(target) }
        #expect(try await checked.check(target).description == "93.184.215.14")
        #expect(answers.withLock { $0.isEmpty }, "one look for each check: what was checked is what is used")
    }

    @Test func blocksHoldTheirAddresses() throws {
        for (block, inside, outside) in [
            ("10.0.0.0/8", "10.255.0.1", "11.0.0.0"), ("100.64.0.0/10", "100.127.0.1", "100.128.0.0"),
            ("192.0.2.7", "192.0.2.7", "192.0.2.6"), ("0.0.0.0/0", "1.2.3.4", "::1"),
            ("2001::/23", "2001:1ff::1", "2001:200::"), ("::/0", "ff::", "1.2.3.4"),
        ] {
            let network = try #require(Network(block))
            #expect(network.contains(try #require(IPAddress(inside))), "\(block) \(inside)")
            #expect(!network.contains(try #require(IPAddress(outside))), "\(block) \(outside)")
        }
        for text in ["", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0/8", "::/129", "x/8"] {
            #expect(Network(text) == nil, "\(text)")
        }
    }

    @Test func addressesShowNoPaths() throws {
        #expect(
            "\(try TargetURL("https://hooks.example.com:8443/services/T0/SECRET?token=SECRET"))"
                == "https://hooks.example.com/…")
    }
}
