"""authlib as an OpenID Connect provider on loopback, and the scenario whose portal is its client."""
import json
import os
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"
from authlib.jose import JsonWebKey
from authlib.oauth2.rfc6749 import AuthorizationServer, OAuth2Request
from authlib.oauth2.rfc6749.grants import AuthorizationCodeGrant
from authlib.oauth2.rfc6749.models import AuthorizationCodeMixin, ClientMixin
from authlib.oauth2.rfc6749.requests import BasicOAuth2Payload
from authlib.oauth2.rfc6750 import BearerTokenGenerator
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oidc.core import UserInfo
from authlib.oidc.core.grants import OpenIDCode

KEY = JsonWebKey.generate_key("RSA", 2048, {"kid": "1", "use": "sig", "alg": "RS256"}, is_private=True)


class Client(ClientMixin):
    id_token_signed_response_alg = "RS256"

    def get_client_id(self):
        return "portal"

    def get_default_redirect_uri(self):
        return None

    def get_allowed_scope(self, scope):
        return scope

    def check_redirect_uri(self, redirect_uri):
        return "/sharing/rest/oauth2/oidc/" in redirect_uri

    def check_client_secret(self, client_secret):
        return client_secret == "known-to-both"

    def check_endpoint_auth_method(self, method, endpoint):
        return method in ("client_secret_post", "client_secret_basic")

    def check_response_type(self, response_type):
        return response_type == "code"

    def check_grant_type(self, grant_type):
        return grant_type == "authorization_code"


class Code(AuthorizationCodeMixin):
    def __init__(self, code, request):
        data = request.payload.data
        self.code, self.redirect_uri, self.scope, self.user = code, data.get("redirect_uri"), data.get("scope"), request.user
        self.nonce, self.code_challenge = data.get("nonce"), data.get("code_challenge")
        self.code_challenge_method = data.get("code_challenge_method")

    def get_redirect_uri(self):
        return self.redirect_uri

    def get_scope(self):
        return self.scope

    def get_nonce(self):
        return self.nonce

    def get_auth_time(self):
        return int(time.time())

    def get_acr(self):
        return None

    def get_amr(self):
        return None


class Request(OAuth2Request):
    def __init__(self, asked):
        super().__init__(asked.command, asked.url, headers=dict(asked.headers))
        self._args, self._form = dict(parse_qsl(urlsplit(asked.url).query)), asked.form
        self.payload = BasicOAuth2Payload({**self._args, **self._form})

    @property
    def args(self):
        return self._args

    @property
    def form(self):
        return self._form


class Provider(AuthorizationServer):
    """One client, one person, and what is wrong at the moment."""

    def __init__(self):
        super().__init__(scopes_supported=["openid", "profile", "email"])
        self.codes, self.tokens, self.wrong = {}, {}, {}
        self.register_token_generator("default", BearerTokenGenerator(lambda *a, **k: "at-" + os.urandom(8).hex()))
        provider = self

        class Grant(AuthorizationCodeGrant):
            TOKEN_ENDPOINT_AUTH_METHODS = ["client_secret_post", "client_secret_basic"]

            def save_authorization_code(self, code, request):
                provider.codes[code] = Code(code, request)

            def query_authorization_code(self, code, client):
                return provider.codes.get(code)

            def delete_authorization_code(self, authorization_code):
                provider.codes.pop(authorization_code.code, None)

            def authenticate_user(self, authorization_code):
                return authorization_code.user

        class IDTokens(OpenIDCode):
            def exists_nonce(self, nonce, request):
                return False

            def get_jwt_config(self, grant):
                config = {"key": KEY, "alg": "RS256", "iss": provider.url, "exp": 3600}
                config.update(provider.wrong.get("jwt", {}))
                return config

            def get_audiences(self, request):
                return provider.wrong.get("aud", super().get_audiences(request))

            def generate_user_info(self, user, scope):
                return UserInfo(sub=user)

        self.register_grant(Grant, [IDTokens(require_nonce=True), CodeChallenge(required=False)])
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (Handler,), {"provider": self}))
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def query_client(self, client_id):
        return Client() if client_id == "portal" else None

    def save_token(self, token, request):
        self.tokens[token["access_token"]] = request.user

    def send_signal(self, name, *arguments, **more):
        pass

    def create_oauth2_request(self, request):
        return Request(request)

    def handle_response(self, status, body, headers):
        return status, body, headers

    def scenario(self, **more):
        oidc = {"name": "authlib", "issuer": self.url, "clientId": "portal", "clientSecret": "known-to-both",
                "authorizationEndpoint": self.url + "/authorize", "tokenEndpoint": self.url + "/token",
                "jwksUri": self.url + "/jwks", "userInfoEndpoint": self.url + "/userinfo", **more}
        return json.dumps({"extends": "start/federated", "portal": {"logins": {"saml": None, "oidc": oidc}}})


class Handler(BaseHTTPRequestHandler):
    provider = None

    def answer(self):
        self.url = self.provider.url + self.path
        length = int(self.headers.get("Content-Length") or 0)
        self.form = dict(parse_qsl(self.rfile.read(length).decode()))
        path = urlsplit(self.path).path
        if path == "/authorize":
            status, body, headers = self.provider.create_authorization_response(self, grant_user="dirk@CONTOSO")
        elif path == "/token":
            status, body, headers = self.provider.create_token_response(self)
        elif path == "/jwks":
            key = self.provider.wrong.get("keys", KEY)
            status, body, headers = 200, {"keys": [key.as_dict(is_private=False, kid="1")]}, []
        elif path == "/userinfo":
            user = self.provider.tokens.get((self.headers.get("Authorization") or "").removeprefix("Bearer "))
            claims = {"sub": user, "preferred_username": user, "name": "Dirk", **self.provider.wrong.get("claims", {})}
            status, body, headers = (200, claims, []) if user else (401, {"error": "invalid_token"}, [])
        else:
            status, body, headers = 404, {}, []
        data = json.dumps(body).encode() if isinstance(body, dict) else (body or "").encode()
        self.send_response(status)
        for name, value in headers:
            if name.lower() not in ("content-length", "content-type"):
                self.send_header(name, value)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_POST = answer

    def log_message(self, *arguments):
        pass
