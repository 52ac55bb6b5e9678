# A double of terraform-aws-modules/cloudfront/aws: the distribution and its origin access controls. Variables, and the
# outputs that are not here, come from the module's interface (../../module_interfaces/cloudfront.json).

locals {
  controls = var.create_origin_access_control ? var.origin_access_control : {}
}

resource "aws_cloudfront_origin_access_control" "this" {
  for_each                          = local.controls
  name                              = each.key
  description                       = each.value.description
  origin_access_control_origin_type = each.value.origin_type
  signing_behavior                  = each.value.signing_behavior
  signing_protocol                  = each.value.signing_protocol
}

resource "aws_cloudfront_distribution" "this" {
  aliases             = var.aliases
  comment             = var.comment
  default_root_object = var.default_root_object
  enabled             = var.enabled
  http_version        = var.http_version
  is_ipv6_enabled     = var.is_ipv6_enabled
  price_class         = var.price_class
  retain_on_delete    = var.retain_on_delete
  wait_for_deployment = var.wait_for_deployment
  web_acl_id          = var.web_acl_id
  tags                = var.tags

  dynamic "logging_config" {
    for_each = length(var.logging_config) > 0 ? [var.logging_config] : []
    content {
      bucket          = logging_config.value.bucket
      prefix          = try(logging_config.value.prefix, null)
      include_cookies = try(logging_config.value.include_cookies, false)
    }
  }

  dynamic "origin" {
    for_each = var.origin
    content {
      domain_name              = origin.value.domain_name
      origin_id                = try(origin.value.origin_id, origin.key)
      origin_path              = try(origin.value.origin_path, "")
      origin_access_control_id = try(aws_cloudfront_origin_access_control.this[origin.value.origin_access_control].id, null)
      dynamic "custom_header" {
        for_each = try(origin.value.custom_header, [])
        content {
          name  = custom_header.value.name
          value = custom_header.value.value
        }
      }
      dynamic "custom_origin_config" {
        for_each = try([origin.value.custom_origin_config], [])
        content {
          http_port                = custom_origin_config.value.http_port
          https_port               = custom_origin_config.value.https_port
          origin_protocol_policy   = custom_origin_config.value.origin_protocol_policy
          origin_ssl_protocols     = custom_origin_config.value.origin_ssl_protocols
          origin_keepalive_timeout = try(custom_origin_config.value.origin_keepalive_timeout, null)
          origin_read_timeout      = try(custom_origin_config.value.origin_read_timeout, null)
        }
      }
    }
  }

  dynamic "default_cache_behavior" {
    for_each = [var.default_cache_behavior]
    iterator = behavior
    content {
      target_origin_id           = behavior.value.target_origin_id
      viewer_protocol_policy     = behavior.value.viewer_protocol_policy
      allowed_methods            = try(behavior.value.allowed_methods, ["GET", "HEAD", "OPTIONS"])
      cached_methods             = try(behavior.value.cached_methods, ["GET", "HEAD"])
      compress                   = try(behavior.value.compress, null)
      cache_policy_id            = try(behavior.value.cache_policy_id, null)
      origin_request_policy_id   = try(behavior.value.origin_request_policy_id, null)
      response_headers_policy_id = try(behavior.value.response_headers_policy_id, null)
      dynamic "forwarded_values" {
        for_each = try(behavior.value.use_forwarded_values, true) ? [true] : []
        content {
          query_string = false
          cookies {
            forward = "none"
          }
        }
      }
      dynamic "function_association" {
        for_each = try(behavior.value.function_association, {})
        iterator = association
        content {
          event_type   = association.key
          function_arn = association.value.function_arn
        }
      }
    }
  }

  dynamic "ordered_cache_behavior" {
    for_each = var.ordered_cache_behavior
    iterator = behavior
    content {
      path_pattern               = behavior.value.path_pattern
      target_origin_id           = behavior.value.target_origin_id
      viewer_protocol_policy     = behavior.value.viewer_protocol_policy
      allowed_methods            = try(behavior.value.allowed_methods, ["GET", "HEAD", "OPTIONS"])
      cached_methods             = try(behavior.value.cached_methods, ["GET", "HEAD"])
      compress                   = try(behavior.value.compress, null)
      cache_policy_id            = try(behavior.value.cache_policy_id, null)
      origin_request_policy_id   = try(behavior.value.origin_request_policy_id, null)
      response_headers_policy_id = try(behavior.value.response_headers_policy_id, null)
      dynamic "forwarded_values" {
        for_each = try(behavior.value.use_forwarded_values, true) ? [true] : []
        content {
          query_string = false
          cookies {
            forward = "none"
          }
        }
      }
      dynamic "function_association" {
        for_each = try(behavior.value.function_association, {})
        iterator = association
        content {
          event_type   = association.key
          function_arn = association.value.function_arn
        }
      }
    }
  }

  viewer_certificate {
    acm_certificate_arn            = try(var.viewer_certificate.acm_certificate_arn, null)
    cloudfront_default_certificate = try(var.viewer_certificate.cloudfront_default_certificate, null)
    minimum_protocol_version       = try(var.viewer_certificate.minimum_protocol_version, "TLSv1")
    ssl_support_method             = try(var.viewer_certificate.ssl_support_method, null)
  }

  restrictions {
    geo_restriction {
      restriction_type = try(var.geo_restriction.restriction_type, "none")
      locations        = try(var.geo_restriction.locations, [])
    }
  }
}

output "cloudfront_distribution_id" {
  value = aws_cloudfront_distribution.this.id
}

output "cloudfront_distribution_arn" {
  value = aws_cloudfront_distribution.this.arn
}

output "cloudfront_distribution_domain_name" {
  value = aws_cloudfront_distribution.this.domain_name
}

output "cloudfront_distribution_hosted_zone_id" {
  value = aws_cloudfront_distribution.this.hosted_zone_id
}

output "cloudfront_distribution_status" {
  value = aws_cloudfront_distribution.this.status
}

output "cloudfront_distribution_etag" {
  value = aws_cloudfront_distribution.this.etag
}

output "cloudfront_origin_access_controls_ids" {
  value = [for control in aws_cloudfront_origin_access_control.this : control.id]
}
