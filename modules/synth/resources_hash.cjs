// Node's half of resources_hash.py: the hash is taken where the resources are, so that none of them
// goes to Python and back.
'use strict';
const { createHash } = require('node:crypto');
const { Lazy, TerraformResource, TerraformStack } = require('cdktf');

exports.ResourcesHash = class ResourcesHash {
  static of(scope, prefix, but) {
    const { node } = TerraformStack.of(scope);
    const counts = (element) => {
      if (!TerraformResource.isTerraformResource(element)) return false;
      const type = element.terraformResourceType;
      return type.startsWith(prefix) && !but.includes(type.slice(prefix.length));
    };
    return Lazy.stringValue({
      produce(context) {
        if (context.preparing) return ''; // the stack is resolved only to find references
        const resources = node.findAll().filter(counts);
        const texts = resources.map((resource) => {
          return JSON.stringify(context.resolve(resource.toTerraform()));
        });
        return createHash('sha256').update(texts.sort().join('\n')).digest('hex');
      },
    });
  }
};
