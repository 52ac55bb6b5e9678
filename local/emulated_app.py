"""The app of an emulated deploy: main.py, its stacks then fitted to the machine.

    ENVIRONMENTS=<directory of environment files> cdktf deploy --app "python -m local.emulated_app"

Two things differ from what a user deploys, and no more: S3 is addressed by path, for there is one
host name, and what the AWS provider at hand cannot know is lowered (provider_at_hand.py). The stack
as it was synthesized stays beside it.
"""

import json
import os
from pathlib import Path

import main
from local.provider_at_hand import lower


def run() -> None:
    main.ENVIRONMENTS = Path(os.environ["ENVIRONMENTS"])
    main.main()
    for file in Path(os.environ["CDKTF_OUTDIR"]).glob("stacks/*/cdk.tf.json"):
        file.with_name("as-synthesized.json").write_text(file.read_text())
        stack = lower(json.loads(file.read_text()))
        for provider in stack["provider"]["aws"]:
            provider["s3_use_path_style"] = True
        if "s3" in stack["terraform"]["backend"]:
            stack["terraform"]["backend"]["s3"]["use_path_style"] = True
        file.write_text(json.dumps(stack, indent=2))


if __name__ == "__main__":
    run()
