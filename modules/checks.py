"""What a deploy needs and does not create is checked before anything is created (FR-024)."""

from collections.abc import Iterable, Mapping

from cdktf import TerraformModule, TerraformResource
from constructs import Construct, IConstruct

import config
from imports.cloudfront import Cloudfront
from imports.elasticache import Elasticache
from imports.s3_bucket import S3Bucket
from modules.run_script import run_script
from modules.synth.hcl import document

CREATE: Mapping[type[TerraformModule], list[str]] = {
    Cloudfront: ["create_distribution", "create_origin_access_control"],
    Elasticache: ["create"],
    S3Bucket: ["create_bucket"],
}
"""The inputs of the registry modules that all of their resources ask whether to be created."""


class Checks(Construct):
    """Creates `terraform_data.<id>`, which ends the deploy where a check fails."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        region: str,
        environment: str,
        secrets: Mapping[str, str],
        function_name: str,
        function: config.Function,
    ) -> None:
        """`environment` is its name, for the message; `secrets` are names of SSM parameters by
        variable; the account must have room for the sandboxes that `function` reserves."""
        super().__init__(scope, id_)
        concurrency = {
            "RESERVED_CONCURRENCY": str(function.reserved_concurrency),
            "PROVISIONED_CONCURRENCY": str(function.provisioned_concurrency),
        }
        self.script = run_script(
            self,
            "this:script",
            script="preflight",
            environment={
                "REGION": region,
                "ENVIRONMENT": environment,
                "SECRET_PARAMETERS": document(dict(secrets)),
                "FUNCTION_NAME": function_name,
                **concurrency,
            },
            triggers={**secrets, **concurrency},
        )
        self.address = f"terraform_data.{self.script.friendly_unique_id}"

    def precede(self, constructs: Iterable[IConstruct]) -> None:
        """Makes all that is in these constructs wait for the checks: what they name as
        `independent`, which depends on nothing else, and with it what depends on that."""
        for construct in constructs:
            for element in getattr(construct, "independent", ()):
                self._precede(element)

    def _precede(self, element: TerraformResource | TerraformModule) -> None:
        if not isinstance(element, TerraformModule):
            element.depends_on = [self.address]
            return
        if type(element) not in CREATE:
            raise TypeError(
                f"{element.node.path}: CREATE in modules/checks.py must name the input of this "
                "module that all of its resources ask"
            )
        # True, and known to be before the checks run: Terraform orders by references and does not
        # ask for the value. A `depends_on` on a module would make all that it reads, such as its
        # policy documents, unknown in the plan whenever the checks run again. No local: checkov
        # cannot read a file with one.
        for name in CREATE[type(element)]:
            element.add_override(name, f"${{[true, {self.address}.id][0]}}")
