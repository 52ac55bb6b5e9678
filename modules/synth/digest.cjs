// Node's half of digest.py: the hash is taken where the resources are, so that none of them goes to Python and back.
"use strict";
const { createHash } = require("node:crypto");
const { Lazy, TerraformResource, TerraformStack } = require("cdktf");

exports.Digest = class Digest {
  static of(scope, types) {
    const { node } = TerraformStack.of(scope);
    const counts = (element) => TerraformResource.isTerraformResource(element) && types.includes(element.terraformResourceType);
    return Lazy.stringValue({
      produce(context) {
        if (context.preparing) return ""; // the stack is resolved only to find references
        const resources = node.findAll().filter(counts).map((element) => JSON.stringify(context.resolve(element.toTerraform())));
        return createHash("sha256").update(resources.sort().join("\n")).digest("hex");
      },
    });
  }
};
