from pkgutil import extend_path
__path__ = extend_path(__path__, __name__)

import abc
import builtins
import datetime
import enum
import typing

import jsii
import publication
import typing_extensions

import typeguard
from importlib.metadata import version as _metadata_package_version
TYPEGUARD_MAJOR_VERSION = int(_metadata_package_version('typeguard').split('.')[0])

def check_type(argname: str, value: object, expected_type: typing.Any) -> typing.Any:
    if TYPEGUARD_MAJOR_VERSION <= 2:
        return typeguard.check_type(argname=argname, value=value, expected_type=expected_type) # type:ignore
    else:
        if isinstance(value, jsii._reference_map.InterfaceDynamicProxy): # pyright: ignore [reportAttributeAccessIssue]
           pass
        else:
            if TYPEGUARD_MAJOR_VERSION == 3:
                typeguard.config.collection_check_strategy = typeguard.CollectionCheckStrategy.ALL_ITEMS # type:ignore
                typeguard.check_type(value=value, expected_type=expected_type) # type:ignore
            else:
                typeguard.check_type(value=value, expected_type=expected_type, collection_check_strategy=typeguard.CollectionCheckStrategy.ALL_ITEMS) # type:ignore

from ._jsii import *

import cdktf as _cdktf_9a9027ec
import constructs as _constructs_77d1e7e8


class S3Bucket(
    _cdktf_9a9027ec.TerraformModule,
    metaclass=jsii.JSIIMeta,
    jsii_type="s3_bucket.S3Bucket",
):
    '''Defines an S3Bucket based on a Terraform module.

    Docs at Terraform Registry: {@link https://registry.terraform.io/modules/terraform-aws-modules/s3-bucket/aws/4.11.0 terraform-aws-modules/s3-bucket/aws}
    '''

    def __init__(
        self,
        scope: _constructs_77d1e7e8.Construct,
        id: builtins.str,
        *,
        acceleration_status: typing.Optional[builtins.str] = None,
        access_log_delivery_policy_source_accounts: typing.Optional[typing.Sequence[builtins.str]] = None,
        access_log_delivery_policy_source_buckets: typing.Optional[typing.Sequence[builtins.str]] = None,
        access_log_delivery_policy_source_organizations: typing.Optional[typing.Sequence[builtins.str]] = None,
        acl: typing.Optional[builtins.str] = None,
        allowed_kms_key_arn: typing.Optional[builtins.str] = None,
        analytics_configuration: typing.Any = None,
        analytics_self_source_destination: typing.Optional[builtins.bool] = None,
        analytics_source_account_id: typing.Optional[builtins.str] = None,
        analytics_source_bucket_arn: typing.Optional[builtins.str] = None,
        attach_access_log_delivery_policy: typing.Optional[builtins.bool] = None,
        attach_analytics_destination_policy: typing.Optional[builtins.bool] = None,
        attach_cloudtrail_log_delivery_policy: typing.Optional[builtins.bool] = None,
        attach_deny_incorrect_encryption_headers: typing.Optional[builtins.bool] = None,
        attach_deny_incorrect_kms_key_sse: typing.Optional[builtins.bool] = None,
        attach_deny_insecure_transport_policy: typing.Optional[builtins.bool] = None,
        attach_deny_ssec_encrypted_object_uploads: typing.Optional[builtins.bool] = None,
        attach_deny_unencrypted_object_uploads: typing.Optional[builtins.bool] = None,
        attach_elb_log_delivery_policy: typing.Optional[builtins.bool] = None,
        attach_inventory_destination_policy: typing.Optional[builtins.bool] = None,
        attach_lb_log_delivery_policy: typing.Optional[builtins.bool] = None,
        attach_policy: typing.Optional[builtins.bool] = None,
        attach_public_policy: typing.Optional[builtins.bool] = None,
        attach_require_latest_tls_policy: typing.Optional[builtins.bool] = None,
        attach_waf_log_delivery_policy: typing.Optional[builtins.bool] = None,
        availability_zone_id: typing.Optional[builtins.str] = None,
        block_public_acls: typing.Optional[builtins.bool] = None,
        block_public_policy: typing.Optional[builtins.bool] = None,
        bucket: typing.Optional[builtins.str] = None,
        bucket_prefix: typing.Optional[builtins.str] = None,
        control_object_ownership: typing.Optional[builtins.bool] = None,
        cors_rule: typing.Any = None,
        create_bucket: typing.Optional[builtins.bool] = None,
        data_redundancy: typing.Optional[builtins.str] = None,
        expected_bucket_owner: typing.Optional[builtins.str] = None,
        force_destroy: typing.Optional[builtins.bool] = None,
        grant: typing.Any = None,
        ignore_public_acls: typing.Optional[builtins.bool] = None,
        intelligent_tiering: typing.Any = None,
        inventory_configuration: typing.Any = None,
        inventory_self_source_destination: typing.Optional[builtins.bool] = None,
        inventory_source_account_id: typing.Optional[builtins.str] = None,
        inventory_source_bucket_arn: typing.Optional[builtins.str] = None,
        is_directory_bucket: typing.Optional[builtins.bool] = None,
        lb_log_delivery_policy_source_organizations: typing.Optional[typing.Sequence[builtins.str]] = None,
        lifecycle_rule: typing.Any = None,
        location_type: typing.Optional[builtins.str] = None,
        logging: typing.Any = None,
        metric_configuration: typing.Any = None,
        object_lock_configuration: typing.Any = None,
        object_lock_enabled: typing.Optional[builtins.bool] = None,
        object_ownership: typing.Optional[builtins.str] = None,
        owner: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
        policy: typing.Optional[builtins.str] = None,
        putin_khuylo: typing.Optional[builtins.bool] = None,
        replication_configuration: typing.Any = None,
        request_payer: typing.Optional[builtins.str] = None,
        restrict_public_buckets: typing.Optional[builtins.bool] = None,
        server_side_encryption_configuration: typing.Any = None,
        tags: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
        transition_default_minimum_object_size: typing.Optional[builtins.str] = None,
        type: typing.Optional[builtins.str] = None,
        versioning: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
        website: typing.Any = None,
        depends_on: typing.Optional[typing.Sequence[_cdktf_9a9027ec.ITerraformDependable]] = None,
        for_each: typing.Optional[_cdktf_9a9027ec.ITerraformIterator] = None,
        providers: typing.Optional[typing.Sequence[typing.Union[_cdktf_9a9027ec.TerraformProvider, typing.Union[_cdktf_9a9027ec.TerraformModuleProvider, typing.Dict[builtins.str, typing.Any]]]]] = None,
        skip_asset_creation_from_local_modules: typing.Optional[builtins.bool] = None,
    ) -> None:
        '''
        :param scope: -
        :param id: -
        :param acceleration_status: -
        :param access_log_delivery_policy_source_accounts: -
        :param access_log_delivery_policy_source_buckets: -
        :param access_log_delivery_policy_source_organizations: -
        :param acl: -
        :param allowed_kms_key_arn: -
        :param analytics_configuration: -
        :param analytics_self_source_destination: -
        :param analytics_source_account_id: -
        :param analytics_source_bucket_arn: -
        :param attach_access_log_delivery_policy: -
        :param attach_analytics_destination_policy: -
        :param attach_cloudtrail_log_delivery_policy: -
        :param attach_deny_incorrect_encryption_headers: -
        :param attach_deny_incorrect_kms_key_sse: -
        :param attach_deny_insecure_transport_policy: -
        :param attach_deny_ssec_encrypted_object_uploads: -
        :param attach_deny_unencrypted_object_uploads: -
        :param attach_elb_log_delivery_policy: -
        :param attach_inventory_destination_policy: -
        :param attach_lb_log_delivery_policy: -
        :param attach_policy: -
        :param attach_public_policy: true.
        :param attach_require_latest_tls_policy: -
        :param attach_waf_log_delivery_policy: -
        :param availability_zone_id: -
        :param block_public_acls: true.
        :param block_public_policy: true.
        :param bucket: -
        :param bucket_prefix: -
        :param control_object_ownership: -
        :param cors_rule: -
        :param create_bucket: true.
        :param data_redundancy: -
        :param expected_bucket_owner: -
        :param force_destroy: -
        :param grant: -
        :param ignore_public_acls: true.
        :param intelligent_tiering: -
        :param inventory_configuration: -
        :param inventory_self_source_destination: -
        :param inventory_source_account_id: -
        :param inventory_source_bucket_arn: -
        :param is_directory_bucket: -
        :param lb_log_delivery_policy_source_organizations: -
        :param lifecycle_rule: -
        :param location_type: -
        :param logging: -
        :param metric_configuration: -
        :param object_lock_configuration: -
        :param object_lock_enabled: -
        :param object_ownership: BucketOwnerEnforced.
        :param owner: The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.
        :param policy: -
        :param putin_khuylo: true.
        :param replication_configuration: -
        :param request_payer: -
        :param restrict_public_buckets: true.
        :param server_side_encryption_configuration: -
        :param tags: The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.
        :param transition_default_minimum_object_size: -
        :param type: Directory.
        :param versioning: The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.
        :param website: -
        :param depends_on: 
        :param for_each: 
        :param providers: 
        :param skip_asset_creation_from_local_modules: 
        '''
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__0d2845a5e053ed3f9f6c7f5148d76cd3e3b412abdc3e3ebd89bfce30808fec5a)
            check_type(argname="argument scope", value=scope, expected_type=type_hints["scope"])
            check_type(argname="argument id", value=id, expected_type=type_hints["id"])
        config = S3BucketConfig(
            acceleration_status=acceleration_status,
            access_log_delivery_policy_source_accounts=access_log_delivery_policy_source_accounts,
            access_log_delivery_policy_source_buckets=access_log_delivery_policy_source_buckets,
            access_log_delivery_policy_source_organizations=access_log_delivery_policy_source_organizations,
            acl=acl,
            allowed_kms_key_arn=allowed_kms_key_arn,
            analytics_configuration=analytics_configuration,
            analytics_self_source_destination=analytics_self_source_destination,
            analytics_source_account_id=analytics_source_account_id,
            analytics_source_bucket_arn=analytics_source_bucket_arn,
            attach_access_log_delivery_policy=attach_access_log_delivery_policy,
            attach_analytics_destination_policy=attach_analytics_destination_policy,
            attach_cloudtrail_log_delivery_policy=attach_cloudtrail_log_delivery_policy,
            attach_deny_incorrect_encryption_headers=attach_deny_incorrect_encryption_headers,
            attach_deny_incorrect_kms_key_sse=attach_deny_incorrect_kms_key_sse,
            attach_deny_insecure_transport_policy=attach_deny_insecure_transport_policy,
            attach_deny_ssec_encrypted_object_uploads=attach_deny_ssec_encrypted_object_uploads,
            attach_deny_unencrypted_object_uploads=attach_deny_unencrypted_object_uploads,
            attach_elb_log_delivery_policy=attach_elb_log_delivery_policy,
            attach_inventory_destination_policy=attach_inventory_destination_policy,
            attach_lb_log_delivery_policy=attach_lb_log_delivery_policy,
            attach_policy=attach_policy,
            attach_public_policy=attach_public_policy,
            attach_require_latest_tls_policy=attach_require_latest_tls_policy,
            attach_waf_log_delivery_policy=attach_waf_log_delivery_policy,
            availability_zone_id=availability_zone_id,
            block_public_acls=block_public_acls,
            block_public_policy=block_public_policy,
            bucket=bucket,
            bucket_prefix=bucket_prefix,
            control_object_ownership=control_object_ownership,
            cors_rule=cors_rule,
            create_bucket=create_bucket,
            data_redundancy=data_redundancy,
            expected_bucket_owner=expected_bucket_owner,
            force_destroy=force_destroy,
            grant=grant,
            ignore_public_acls=ignore_public_acls,
            intelligent_tiering=intelligent_tiering,
            inventory_configuration=inventory_configuration,
            inventory_self_source_destination=inventory_self_source_destination,
            inventory_source_account_id=inventory_source_account_id,
            inventory_source_bucket_arn=inventory_source_bucket_arn,
            is_directory_bucket=is_directory_bucket,
            lb_log_delivery_policy_source_organizations=lb_log_delivery_policy_source_organizations,
            lifecycle_rule=lifecycle_rule,
            location_type=location_type,
            logging=logging,
            metric_configuration=metric_configuration,
            object_lock_configuration=object_lock_configuration,
            object_lock_enabled=object_lock_enabled,
            object_ownership=object_ownership,
            owner=owner,
            policy=policy,
            putin_khuylo=putin_khuylo,
            replication_configuration=replication_configuration,
            request_payer=request_payer,
            restrict_public_buckets=restrict_public_buckets,
            server_side_encryption_configuration=server_side_encryption_configuration,
            tags=tags,
            transition_default_minimum_object_size=transition_default_minimum_object_size,
            type=type,
            versioning=versioning,
            website=website,
            depends_on=depends_on,
            for_each=for_each,
            providers=providers,
            skip_asset_creation_from_local_modules=skip_asset_creation_from_local_modules,
        )

        jsii.create(self.__class__, self, [scope, id, config])

    @jsii.member(jsii_name="synthesizeAttributes")
    def _synthesize_attributes(self) -> typing.Mapping[builtins.str, typing.Any]:
        return typing.cast(typing.Mapping[builtins.str, typing.Any], jsii.invoke(self, "synthesizeAttributes", []))

    @jsii.member(jsii_name="synthesizeHclAttributes")
    def _synthesize_hcl_attributes(self) -> typing.Mapping[builtins.str, typing.Any]:
        return typing.cast(typing.Mapping[builtins.str, typing.Any], jsii.invoke(self, "synthesizeHclAttributes", []))

    @builtins.property
    @jsii.member(jsii_name="s3BucketArnOutput")
    def s3_bucket_arn_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "s3BucketArnOutput"))

    @builtins.property
    @jsii.member(jsii_name="s3BucketBucketDomainNameOutput")
    def s3_bucket_bucket_domain_name_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "s3BucketBucketDomainNameOutput"))

    @builtins.property
    @jsii.member(jsii_name="s3BucketBucketRegionalDomainNameOutput")
    def s3_bucket_bucket_regional_domain_name_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "s3BucketBucketRegionalDomainNameOutput"))

    @builtins.property
    @jsii.member(jsii_name="s3BucketHostedZoneIdOutput")
    def s3_bucket_hosted_zone_id_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "s3BucketHostedZoneIdOutput"))

    @builtins.property
    @jsii.member(jsii_name="s3BucketIdOutput")
    def s3_bucket_id_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "s3BucketIdOutput"))

    @builtins.property
    @jsii.member(jsii_name="s3BucketLifecycleConfigurationRulesOutput")
    def s3_bucket_lifecycle_configuration_rules_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "s3BucketLifecycleConfigurationRulesOutput"))

    @builtins.property
    @jsii.member(jsii_name="s3BucketPolicyOutput")
    def s3_bucket_policy_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "s3BucketPolicyOutput"))

    @builtins.property
    @jsii.member(jsii_name="s3BucketRegionOutput")
    def s3_bucket_region_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "s3BucketRegionOutput"))

    @builtins.property
    @jsii.member(jsii_name="s3BucketWebsiteDomainOutput")
    def s3_bucket_website_domain_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "s3BucketWebsiteDomainOutput"))

    @builtins.property
    @jsii.member(jsii_name="s3BucketWebsiteEndpointOutput")
    def s3_bucket_website_endpoint_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "s3BucketWebsiteEndpointOutput"))

    @builtins.property
    @jsii.member(jsii_name="s3DirectoryBucketArnOutput")
    def s3_directory_bucket_arn_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "s3DirectoryBucketArnOutput"))

    @builtins.property
    @jsii.member(jsii_name="s3DirectoryBucketNameOutput")
    def s3_directory_bucket_name_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "s3DirectoryBucketNameOutput"))

    @builtins.property
    @jsii.member(jsii_name="analyticsConfiguration")
    def analytics_configuration(self) -> typing.Any:
        return typing.cast(typing.Any, jsii.get(self, "analyticsConfiguration"))

    @analytics_configuration.setter
    def analytics_configuration(self, value: typing.Any) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__742fbcce58cbd27e93005b5fb1351a84fe47b752b7cbd434b6dd25596d401f96)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "analyticsConfiguration", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="corsRule")
    def cors_rule(self) -> typing.Any:
        return typing.cast(typing.Any, jsii.get(self, "corsRule"))

    @cors_rule.setter
    def cors_rule(self, value: typing.Any) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__e83b7759bd7b050753ea6ac1f07b4a2baed7e87d49dcdf77611706d95e9c2dc2)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "corsRule", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="grant")
    def grant(self) -> typing.Any:
        return typing.cast(typing.Any, jsii.get(self, "grant"))

    @grant.setter
    def grant(self, value: typing.Any) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__93a879737b431da131fbd723933def5e0274b6bd3e48dde68d0e933de779f502)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "grant", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="intelligentTiering")
    def intelligent_tiering(self) -> typing.Any:
        return typing.cast(typing.Any, jsii.get(self, "intelligentTiering"))

    @intelligent_tiering.setter
    def intelligent_tiering(self, value: typing.Any) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__9beae6ff07ac0ee41469e09c0d8bd928f11222db71bd1f256fcd15d59e9fa00e)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "intelligentTiering", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="inventoryConfiguration")
    def inventory_configuration(self) -> typing.Any:
        return typing.cast(typing.Any, jsii.get(self, "inventoryConfiguration"))

    @inventory_configuration.setter
    def inventory_configuration(self, value: typing.Any) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__8b32b743067e2c7853a285bb95165bf7d17fbb12107807527e4e5cc4d34f6f83)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "inventoryConfiguration", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="lifecycleRule")
    def lifecycle_rule(self) -> typing.Any:
        return typing.cast(typing.Any, jsii.get(self, "lifecycleRule"))

    @lifecycle_rule.setter
    def lifecycle_rule(self, value: typing.Any) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__bf38ecfcd153818d0ed60a1ebd8699f04d27763caa4d360e68f01631f7f3532e)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "lifecycleRule", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="logging")
    def logging(self) -> typing.Any:
        return typing.cast(typing.Any, jsii.get(self, "logging"))

    @logging.setter
    def logging(self, value: typing.Any) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__2c5625a001a9a776cfdd57c830942eda2444c8db38c6f51395cbd40b6b262c7a)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "logging", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="metricConfiguration")
    def metric_configuration(self) -> typing.Any:
        return typing.cast(typing.Any, jsii.get(self, "metricConfiguration"))

    @metric_configuration.setter
    def metric_configuration(self, value: typing.Any) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__3ab01724953c25b7c19a62e759835395714de99062550e492c7ecf8acabec1af)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "metricConfiguration", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="objectLockConfiguration")
    def object_lock_configuration(self) -> typing.Any:
        return typing.cast(typing.Any, jsii.get(self, "objectLockConfiguration"))

    @object_lock_configuration.setter
    def object_lock_configuration(self, value: typing.Any) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__a2f20274eefe3bec4567d7fcdd7ffc8d97aeec671aa1eedc05ad29da4cab6c38)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "objectLockConfiguration", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="replicationConfiguration")
    def replication_configuration(self) -> typing.Any:
        return typing.cast(typing.Any, jsii.get(self, "replicationConfiguration"))

    @replication_configuration.setter
    def replication_configuration(self, value: typing.Any) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__3fe2dcf0627949c86c5a0ab86a45f1f566455f44bd41d9481ab477b0e9efe073)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "replicationConfiguration", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="serverSideEncryptionConfiguration")
    def server_side_encryption_configuration(self) -> typing.Any:
        return typing.cast(typing.Any, jsii.get(self, "serverSideEncryptionConfiguration"))

    @server_side_encryption_configuration.setter
    def server_side_encryption_configuration(self, value: typing.Any) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__3fc64839d0ad21435bb9363f83574c69ebd2384b3ccff2c2b5077b1ffc66ecf3)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "serverSideEncryptionConfiguration", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="website")
    def website(self) -> typing.Any:
        return typing.cast(typing.Any, jsii.get(self, "website"))

    @website.setter
    def website(self, value: typing.Any) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__d6531f45fb2426cc2f41b7fce23c6b6d041de85c93ac9c875f6750b2075ca067)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "website", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="accelerationStatus")
    def acceleration_status(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "accelerationStatus"))

    @acceleration_status.setter
    def acceleration_status(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__9c9c294bd847597c5b21ed3a1fa9abf2c8f23869fcc858d2df97b50160975961)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "accelerationStatus", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="accessLogDeliveryPolicySourceAccounts")
    def access_log_delivery_policy_source_accounts(
        self,
    ) -> typing.Optional[typing.List[builtins.str]]:
        return typing.cast(typing.Optional[typing.List[builtins.str]], jsii.get(self, "accessLogDeliveryPolicySourceAccounts"))

    @access_log_delivery_policy_source_accounts.setter
    def access_log_delivery_policy_source_accounts(
        self,
        value: typing.Optional[typing.List[builtins.str]],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__c0fb641fa6586395c24e98077f0da414432f246876d102e5435f08102dfee366)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "accessLogDeliveryPolicySourceAccounts", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="accessLogDeliveryPolicySourceBuckets")
    def access_log_delivery_policy_source_buckets(
        self,
    ) -> typing.Optional[typing.List[builtins.str]]:
        return typing.cast(typing.Optional[typing.List[builtins.str]], jsii.get(self, "accessLogDeliveryPolicySourceBuckets"))

    @access_log_delivery_policy_source_buckets.setter
    def access_log_delivery_policy_source_buckets(
        self,
        value: typing.Optional[typing.List[builtins.str]],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__48e79610c2a6256e807e726d784e9db711ad64a4a71f6fcc842da47a55820acc)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "accessLogDeliveryPolicySourceBuckets", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="accessLogDeliveryPolicySourceOrganizations")
    def access_log_delivery_policy_source_organizations(
        self,
    ) -> typing.Optional[typing.List[builtins.str]]:
        return typing.cast(typing.Optional[typing.List[builtins.str]], jsii.get(self, "accessLogDeliveryPolicySourceOrganizations"))

    @access_log_delivery_policy_source_organizations.setter
    def access_log_delivery_policy_source_organizations(
        self,
        value: typing.Optional[typing.List[builtins.str]],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__aef65425f42a040db2350a0ed66f25d0e803b4419159ec6c03d195a365caebc9)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "accessLogDeliveryPolicySourceOrganizations", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="acl")
    def acl(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "acl"))

    @acl.setter
    def acl(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__dd686ef40e2f2872a11b46662f95524c6ce261bfbf6b024081b9e0e4c172fb20)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "acl", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="allowedKmsKeyArn")
    def allowed_kms_key_arn(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "allowedKmsKeyArn"))

    @allowed_kms_key_arn.setter
    def allowed_kms_key_arn(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__bd7b96967e4ac90ed51bdf836dd3703f3451081068d24b55d0093ba100febc52)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "allowedKmsKeyArn", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="analyticsSelfSourceDestination")
    def analytics_self_source_destination(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "analyticsSelfSourceDestination"))

    @analytics_self_source_destination.setter
    def analytics_self_source_destination(
        self,
        value: typing.Optional[builtins.bool],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__c43e6667c7aa58f9b42da31977f41734d43047e7d0c45cc3084ceac7800ea934)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "analyticsSelfSourceDestination", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="analyticsSourceAccountId")
    def analytics_source_account_id(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "analyticsSourceAccountId"))

    @analytics_source_account_id.setter
    def analytics_source_account_id(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__258775cd6e51cb2d786f8024a1164ef289d83a21ef352757410533ba0a4b45e7)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "analyticsSourceAccountId", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="analyticsSourceBucketArn")
    def analytics_source_bucket_arn(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "analyticsSourceBucketArn"))

    @analytics_source_bucket_arn.setter
    def analytics_source_bucket_arn(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__7b79ad38616d24d175514381e3ca411c7fa3c46e2c2ad9e5306c41b499d8da1c)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "analyticsSourceBucketArn", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="attachAccessLogDeliveryPolicy")
    def attach_access_log_delivery_policy(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "attachAccessLogDeliveryPolicy"))

    @attach_access_log_delivery_policy.setter
    def attach_access_log_delivery_policy(
        self,
        value: typing.Optional[builtins.bool],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__0a82a00055f22ad487533f9daa2c8667724af41421abc0c5deb08fcf6f7455f3)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "attachAccessLogDeliveryPolicy", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="attachAnalyticsDestinationPolicy")
    def attach_analytics_destination_policy(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "attachAnalyticsDestinationPolicy"))

    @attach_analytics_destination_policy.setter
    def attach_analytics_destination_policy(
        self,
        value: typing.Optional[builtins.bool],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__34978bd40778dcbe516c92df2ab21272a1be1134af6b72bca8f732cbae1f7f36)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "attachAnalyticsDestinationPolicy", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="attachCloudtrailLogDeliveryPolicy")
    def attach_cloudtrail_log_delivery_policy(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "attachCloudtrailLogDeliveryPolicy"))

    @attach_cloudtrail_log_delivery_policy.setter
    def attach_cloudtrail_log_delivery_policy(
        self,
        value: typing.Optional[builtins.bool],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__aad8aed54aae0aae8c5230fb88d462941481ec16e99508f3661ce4898d67dc36)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "attachCloudtrailLogDeliveryPolicy", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="attachDenyIncorrectEncryptionHeaders")
    def attach_deny_incorrect_encryption_headers(
        self,
    ) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "attachDenyIncorrectEncryptionHeaders"))

    @attach_deny_incorrect_encryption_headers.setter
    def attach_deny_incorrect_encryption_headers(
        self,
        value: typing.Optional[builtins.bool],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__b7c4f1240ae9483a8b2a680eb2cf7bbccf9ebc0811709a5b7665ab8f581e78d2)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "attachDenyIncorrectEncryptionHeaders", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="attachDenyIncorrectKmsKeySse")
    def attach_deny_incorrect_kms_key_sse(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "attachDenyIncorrectKmsKeySse"))

    @attach_deny_incorrect_kms_key_sse.setter
    def attach_deny_incorrect_kms_key_sse(
        self,
        value: typing.Optional[builtins.bool],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__83af4c8feeccb145695bbf1f802d4f05d51c260ac8130724e10c7ca284345319)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "attachDenyIncorrectKmsKeySse", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="attachDenyInsecureTransportPolicy")
    def attach_deny_insecure_transport_policy(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "attachDenyInsecureTransportPolicy"))

    @attach_deny_insecure_transport_policy.setter
    def attach_deny_insecure_transport_policy(
        self,
        value: typing.Optional[builtins.bool],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__3c3b3e30ce3c714b437f3b9c6fd2fbe537314c2b762a3de8384febd390bf2ac5)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "attachDenyInsecureTransportPolicy", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="attachDenySsecEncryptedObjectUploads")
    def attach_deny_ssec_encrypted_object_uploads(
        self,
    ) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "attachDenySsecEncryptedObjectUploads"))

    @attach_deny_ssec_encrypted_object_uploads.setter
    def attach_deny_ssec_encrypted_object_uploads(
        self,
        value: typing.Optional[builtins.bool],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__798d1b7e8552ce285ba1d47f4eb6122c47ec205cc82aae4638837f20e1baf50c)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "attachDenySsecEncryptedObjectUploads", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="attachDenyUnencryptedObjectUploads")
    def attach_deny_unencrypted_object_uploads(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "attachDenyUnencryptedObjectUploads"))

    @attach_deny_unencrypted_object_uploads.setter
    def attach_deny_unencrypted_object_uploads(
        self,
        value: typing.Optional[builtins.bool],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__4f1725329d4e1cb1fb66a4634008bc860fbe01dc595ba0ddce63a922014ebdb0)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "attachDenyUnencryptedObjectUploads", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="attachElbLogDeliveryPolicy")
    def attach_elb_log_delivery_policy(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "attachElbLogDeliveryPolicy"))

    @attach_elb_log_delivery_policy.setter
    def attach_elb_log_delivery_policy(
        self,
        value: typing.Optional[builtins.bool],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__cc0685781b29d324f0b55eaf3d7635c72e307ef0f4fbef73c75c51a07630234a)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "attachElbLogDeliveryPolicy", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="attachInventoryDestinationPolicy")
    def attach_inventory_destination_policy(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "attachInventoryDestinationPolicy"))

    @attach_inventory_destination_policy.setter
    def attach_inventory_destination_policy(
        self,
        value: typing.Optional[builtins.bool],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__9734eaa5cd141489c3f65c7b3e1495c376d692f24a5de96c00923d53b5d32fd3)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "attachInventoryDestinationPolicy", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="attachLbLogDeliveryPolicy")
    def attach_lb_log_delivery_policy(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "attachLbLogDeliveryPolicy"))

    @attach_lb_log_delivery_policy.setter
    def attach_lb_log_delivery_policy(
        self,
        value: typing.Optional[builtins.bool],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__daaab618545f7374ee112bac28ffe13c6b75405f3d072e1ebffda8ee4963442f)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "attachLbLogDeliveryPolicy", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="attachPolicy")
    def attach_policy(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "attachPolicy"))

    @attach_policy.setter
    def attach_policy(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__f8614f6067cdef9b7344b60b4cab2d4201398d4af99420afbe68460eceabf084)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "attachPolicy", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="attachPublicPolicy")
    def attach_public_policy(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "attachPublicPolicy"))

    @attach_public_policy.setter
    def attach_public_policy(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__bf5e904e4b3cbd8f4d4d8c4bc1385675e86862c282533393848c3ca90122e6b4)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "attachPublicPolicy", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="attachRequireLatestTlsPolicy")
    def attach_require_latest_tls_policy(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "attachRequireLatestTlsPolicy"))

    @attach_require_latest_tls_policy.setter
    def attach_require_latest_tls_policy(
        self,
        value: typing.Optional[builtins.bool],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__09754c5decc19af3ee6883e89e0ef1cd62509a0716e88c632ae236d5d02096c2)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "attachRequireLatestTlsPolicy", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="attachWafLogDeliveryPolicy")
    def attach_waf_log_delivery_policy(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "attachWafLogDeliveryPolicy"))

    @attach_waf_log_delivery_policy.setter
    def attach_waf_log_delivery_policy(
        self,
        value: typing.Optional[builtins.bool],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__7bc743588fe0e2cfb26a80adf7354043bac85a8a803ab7a6586fa5318c1eda2b)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "attachWafLogDeliveryPolicy", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="availabilityZoneId")
    def availability_zone_id(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "availabilityZoneId"))

    @availability_zone_id.setter
    def availability_zone_id(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__ec9bcd52e42b281f6ee7a1f91d6a925e0356b4fac32e5024a961bb99e73131dc)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "availabilityZoneId", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="blockPublicAcls")
    def block_public_acls(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "blockPublicAcls"))

    @block_public_acls.setter
    def block_public_acls(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__1ab683e719364859aa99d08e4b101436f0d3e7b47a298778229651117c180eba)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "blockPublicAcls", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="blockPublicPolicy")
    def block_public_policy(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "blockPublicPolicy"))

    @block_public_policy.setter
    def block_public_policy(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__bd748c9a6da77a99598c2f41fe8b56f6e3a8dc5e47a0b79abd48029689d833a5)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "blockPublicPolicy", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="bucket")
    def bucket(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "bucket"))

    @bucket.setter
    def bucket(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__e6999cd7b78c309f82975a8545b87ab5dc0f085b274ef9c11adeca7ccdb45f37)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "bucket", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="bucketPrefix")
    def bucket_prefix(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "bucketPrefix"))

    @bucket_prefix.setter
    def bucket_prefix(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__7c410d043758b300cd0933a806d651900b05e94dadf7127523d092fa7bd5da42)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "bucketPrefix", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="controlObjectOwnership")
    def control_object_ownership(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "controlObjectOwnership"))

    @control_object_ownership.setter
    def control_object_ownership(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__b4550d18c34b9bc1ad1b688316c656731b8d1eb01c306d2f995edde696bfea45)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "controlObjectOwnership", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="createBucket")
    def create_bucket(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "createBucket"))

    @create_bucket.setter
    def create_bucket(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__6c5d65990bd2fddbfa0ae050decb58a76cb8a2adc90083d46741f99bafd36016)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "createBucket", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="dataRedundancy")
    def data_redundancy(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "dataRedundancy"))

    @data_redundancy.setter
    def data_redundancy(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__06f8d16eb3fb6b436fa2df0d8147e70de1999092d2252c8f6d958ffd495fbd41)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "dataRedundancy", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="expectedBucketOwner")
    def expected_bucket_owner(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "expectedBucketOwner"))

    @expected_bucket_owner.setter
    def expected_bucket_owner(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__3e142d9178e7640df6b5adf1aaa458eab267b2f90540be9bf07b37266225ca41)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "expectedBucketOwner", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="forceDestroy")
    def force_destroy(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "forceDestroy"))

    @force_destroy.setter
    def force_destroy(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__395a52285e9858870dbe23cfc63b5d57a878d7af72f4830cb258a730c5dd1950)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "forceDestroy", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="ignorePublicAcls")
    def ignore_public_acls(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "ignorePublicAcls"))

    @ignore_public_acls.setter
    def ignore_public_acls(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__fe6e63a21ac6e7cff7491a92c4d5876aa1d42a221922f1fa8e8c1c5d2d8432b5)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "ignorePublicAcls", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="inventorySelfSourceDestination")
    def inventory_self_source_destination(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "inventorySelfSourceDestination"))

    @inventory_self_source_destination.setter
    def inventory_self_source_destination(
        self,
        value: typing.Optional[builtins.bool],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__4c1c2a089c6a683b76d0d686cd41394b7d69abeef10f717c83a6a3f2aa70ad43)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "inventorySelfSourceDestination", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="inventorySourceAccountId")
    def inventory_source_account_id(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "inventorySourceAccountId"))

    @inventory_source_account_id.setter
    def inventory_source_account_id(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__1571804d76c8c3aff54ba32560adbad1a24a080563906d4b5c93db562f0215cb)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "inventorySourceAccountId", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="inventorySourceBucketArn")
    def inventory_source_bucket_arn(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "inventorySourceBucketArn"))

    @inventory_source_bucket_arn.setter
    def inventory_source_bucket_arn(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__a71bd58637d3942734a4746d0f56abf83280069fdce9bc64c3d53b3a28dfaf79)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "inventorySourceBucketArn", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="isDirectoryBucket")
    def is_directory_bucket(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "isDirectoryBucket"))

    @is_directory_bucket.setter
    def is_directory_bucket(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__abd63efa97ff2347f30f134434f96a207ae913755342945c324314c81bf20591)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "isDirectoryBucket", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="lbLogDeliveryPolicySourceOrganizations")
    def lb_log_delivery_policy_source_organizations(
        self,
    ) -> typing.Optional[typing.List[builtins.str]]:
        return typing.cast(typing.Optional[typing.List[builtins.str]], jsii.get(self, "lbLogDeliveryPolicySourceOrganizations"))

    @lb_log_delivery_policy_source_organizations.setter
    def lb_log_delivery_policy_source_organizations(
        self,
        value: typing.Optional[typing.List[builtins.str]],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__e430d28c1574344ed3ee2b18cf8b1fe4f22572847779c5ee4e1826fa85d15533)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "lbLogDeliveryPolicySourceOrganizations", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="locationType")
    def location_type(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "locationType"))

    @location_type.setter
    def location_type(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__285f351ed799f1dc8a330947bf60c23f59e15d993bd5a5dd7e16d21c8817442d)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "locationType", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="objectLockEnabled")
    def object_lock_enabled(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "objectLockEnabled"))

    @object_lock_enabled.setter
    def object_lock_enabled(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__5b4a80819b82e6073bc8f0bdac0cca7cb71b293544bbc61dad8f886ffcdfac7d)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "objectLockEnabled", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="objectOwnership")
    def object_ownership(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "objectOwnership"))

    @object_ownership.setter
    def object_ownership(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__6a5a4306a6db1bc6fb31e48f3c5dbce32fad9a476a7f39f421a0f3b199163da6)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "objectOwnership", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="owner")
    def owner(self) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], jsii.get(self, "owner"))

    @owner.setter
    def owner(
        self,
        value: typing.Optional[typing.Mapping[builtins.str, builtins.str]],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__b586f1d8372198330d3c234b810abc822bb478f7f8ab5a1535144f35e0c98bb8)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "owner", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="policy")
    def policy(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "policy"))

    @policy.setter
    def policy(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__48ed1a882ad5ac1a602d54446a83d12026f33ab80082ddcea4d900217bb047f2)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "policy", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="putinKhuylo")
    def putin_khuylo(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "putinKhuylo"))

    @putin_khuylo.setter
    def putin_khuylo(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__6fcaac763419cc21b2772267a0ce28c407fdfc15d2d4439183900d28c82089e7)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "putinKhuylo", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="requestPayer")
    def request_payer(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "requestPayer"))

    @request_payer.setter
    def request_payer(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__752f435133b67b9b168c2b6ebdf6bad83308d469200b89db74ce53e3c457cc13)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "requestPayer", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="restrictPublicBuckets")
    def restrict_public_buckets(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "restrictPublicBuckets"))

    @restrict_public_buckets.setter
    def restrict_public_buckets(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__46288ba71aaefbd2c5fe63e7df9c0db028e24f51de7cb5bb3449e2a7049ad108)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "restrictPublicBuckets", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="tags")
    def tags(self) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], jsii.get(self, "tags"))

    @tags.setter
    def tags(
        self,
        value: typing.Optional[typing.Mapping[builtins.str, builtins.str]],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__a0cda9d4e2462e3b1fb870a626c26c0c4a9009d2e3311301ccf361c48175ef28)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "tags", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="transitionDefaultMinimumObjectSize")
    def transition_default_minimum_object_size(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "transitionDefaultMinimumObjectSize"))

    @transition_default_minimum_object_size.setter
    def transition_default_minimum_object_size(
        self,
        value: typing.Optional[builtins.str],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__61daada75f2e3d811101a3bf7a3f98f794ece337d0af0c68cfd3c198c5509185)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "transitionDefaultMinimumObjectSize", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="type")
    def type(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "type"))

    @type.setter
    def type(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__a7960f0cf9da660d49f2739ab124948089d07c22f2b112fefeefda1c1cdc2795)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "type", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="versioning")
    def versioning(self) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], jsii.get(self, "versioning"))

    @versioning.setter
    def versioning(
        self,
        value: typing.Optional[typing.Mapping[builtins.str, builtins.str]],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__09521691fbbed41f23ac8711b74c7175001f5cae44e2681a1762f45730e1250d)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "versioning", value) # pyright: ignore[reportArgumentType]


@jsii.data_type(
    jsii_type="s3_bucket.S3BucketConfig",
    jsii_struct_bases=[_cdktf_9a9027ec.TerraformModuleUserConfig],
    name_mapping={
        "depends_on": "dependsOn",
        "for_each": "forEach",
        "providers": "providers",
        "skip_asset_creation_from_local_modules": "skipAssetCreationFromLocalModules",
        "acceleration_status": "accelerationStatus",
        "access_log_delivery_policy_source_accounts": "accessLogDeliveryPolicySourceAccounts",
        "access_log_delivery_policy_source_buckets": "accessLogDeliveryPolicySourceBuckets",
        "access_log_delivery_policy_source_organizations": "accessLogDeliveryPolicySourceOrganizations",
        "acl": "acl",
        "allowed_kms_key_arn": "allowedKmsKeyArn",
        "analytics_configuration": "analyticsConfiguration",
        "analytics_self_source_destination": "analyticsSelfSourceDestination",
        "analytics_source_account_id": "analyticsSourceAccountId",
        "analytics_source_bucket_arn": "analyticsSourceBucketArn",
        "attach_access_log_delivery_policy": "attachAccessLogDeliveryPolicy",
        "attach_analytics_destination_policy": "attachAnalyticsDestinationPolicy",
        "attach_cloudtrail_log_delivery_policy": "attachCloudtrailLogDeliveryPolicy",
        "attach_deny_incorrect_encryption_headers": "attachDenyIncorrectEncryptionHeaders",
        "attach_deny_incorrect_kms_key_sse": "attachDenyIncorrectKmsKeySse",
        "attach_deny_insecure_transport_policy": "attachDenyInsecureTransportPolicy",
        "attach_deny_ssec_encrypted_object_uploads": "attachDenySsecEncryptedObjectUploads",
        "attach_deny_unencrypted_object_uploads": "attachDenyUnencryptedObjectUploads",
        "attach_elb_log_delivery_policy": "attachElbLogDeliveryPolicy",
        "attach_inventory_destination_policy": "attachInventoryDestinationPolicy",
        "attach_lb_log_delivery_policy": "attachLbLogDeliveryPolicy",
        "attach_policy": "attachPolicy",
        "attach_public_policy": "attachPublicPolicy",
        "attach_require_latest_tls_policy": "attachRequireLatestTlsPolicy",
        "attach_waf_log_delivery_policy": "attachWafLogDeliveryPolicy",
        "availability_zone_id": "availabilityZoneId",
        "block_public_acls": "blockPublicAcls",
        "block_public_policy": "blockPublicPolicy",
        "bucket": "bucket",
        "bucket_prefix": "bucketPrefix",
        "control_object_ownership": "controlObjectOwnership",
        "cors_rule": "corsRule",
        "create_bucket": "createBucket",
        "data_redundancy": "dataRedundancy",
        "expected_bucket_owner": "expectedBucketOwner",
        "force_destroy": "forceDestroy",
        "grant": "grant",
        "ignore_public_acls": "ignorePublicAcls",
        "intelligent_tiering": "intelligentTiering",
        "inventory_configuration": "inventoryConfiguration",
        "inventory_self_source_destination": "inventorySelfSourceDestination",
        "inventory_source_account_id": "inventorySourceAccountId",
        "inventory_source_bucket_arn": "inventorySourceBucketArn",
        "is_directory_bucket": "isDirectoryBucket",
        "lb_log_delivery_policy_source_organizations": "lbLogDeliveryPolicySourceOrganizations",
        "lifecycle_rule": "lifecycleRule",
        "location_type": "locationType",
        "logging": "logging",
        "metric_configuration": "metricConfiguration",
        "object_lock_configuration": "objectLockConfiguration",
        "object_lock_enabled": "objectLockEnabled",
        "object_ownership": "objectOwnership",
        "owner": "owner",
        "policy": "policy",
        "putin_khuylo": "putinKhuylo",
        "replication_configuration": "replicationConfiguration",
        "request_payer": "requestPayer",
        "restrict_public_buckets": "restrictPublicBuckets",
        "server_side_encryption_configuration": "serverSideEncryptionConfiguration",
        "tags": "tags",
        "transition_default_minimum_object_size": "transitionDefaultMinimumObjectSize",
        "type": "type",
        "versioning": "versioning",
        "website": "website",
    },
)
class S3BucketConfig(_cdktf_9a9027ec.TerraformModuleUserConfig):
    def __init__(
        self,
        *,
        depends_on: typing.Optional[typing.Sequence[_cdktf_9a9027ec.ITerraformDependable]] = None,
        for_each: typing.Optional[_cdktf_9a9027ec.ITerraformIterator] = None,
        providers: typing.Optional[typing.Sequence[typing.Union[_cdktf_9a9027ec.TerraformProvider, typing.Union[_cdktf_9a9027ec.TerraformModuleProvider, typing.Dict[builtins.str, typing.Any]]]]] = None,
        skip_asset_creation_from_local_modules: typing.Optional[builtins.bool] = None,
        acceleration_status: typing.Optional[builtins.str] = None,
        access_log_delivery_policy_source_accounts: typing.Optional[typing.Sequence[builtins.str]] = None,
        access_log_delivery_policy_source_buckets: typing.Optional[typing.Sequence[builtins.str]] = None,
        access_log_delivery_policy_source_organizations: typing.Optional[typing.Sequence[builtins.str]] = None,
        acl: typing.Optional[builtins.str] = None,
        allowed_kms_key_arn: typing.Optional[builtins.str] = None,
        analytics_configuration: typing.Any = None,
        analytics_self_source_destination: typing.Optional[builtins.bool] = None,
        analytics_source_account_id: typing.Optional[builtins.str] = None,
        analytics_source_bucket_arn: typing.Optional[builtins.str] = None,
        attach_access_log_delivery_policy: typing.Optional[builtins.bool] = None,
        attach_analytics_destination_policy: typing.Optional[builtins.bool] = None,
        attach_cloudtrail_log_delivery_policy: typing.Optional[builtins.bool] = None,
        attach_deny_incorrect_encryption_headers: typing.Optional[builtins.bool] = None,
        attach_deny_incorrect_kms_key_sse: typing.Optional[builtins.bool] = None,
        attach_deny_insecure_transport_policy: typing.Optional[builtins.bool] = None,
        attach_deny_ssec_encrypted_object_uploads: typing.Optional[builtins.bool] = None,
        attach_deny_unencrypted_object_uploads: typing.Optional[builtins.bool] = None,
        attach_elb_log_delivery_policy: typing.Optional[builtins.bool] = None,
        attach_inventory_destination_policy: typing.Optional[builtins.bool] = None,
        attach_lb_log_delivery_policy: typing.Optional[builtins.bool] = None,
        attach_policy: typing.Optional[builtins.bool] = None,
        attach_public_policy: typing.Optional[builtins.bool] = None,
        attach_require_latest_tls_policy: typing.Optional[builtins.bool] = None,
        attach_waf_log_delivery_policy: typing.Optional[builtins.bool] = None,
        availability_zone_id: typing.Optional[builtins.str] = None,
        block_public_acls: typing.Optional[builtins.bool] = None,
        block_public_policy: typing.Optional[builtins.bool] = None,
        bucket: typing.Optional[builtins.str] = None,
        bucket_prefix: typing.Optional[builtins.str] = None,
        control_object_ownership: typing.Optional[builtins.bool] = None,
        cors_rule: typing.Any = None,
        create_bucket: typing.Optional[builtins.bool] = None,
        data_redundancy: typing.Optional[builtins.str] = None,
        expected_bucket_owner: typing.Optional[builtins.str] = None,
        force_destroy: typing.Optional[builtins.bool] = None,
        grant: typing.Any = None,
        ignore_public_acls: typing.Optional[builtins.bool] = None,
        intelligent_tiering: typing.Any = None,
        inventory_configuration: typing.Any = None,
        inventory_self_source_destination: typing.Optional[builtins.bool] = None,
        inventory_source_account_id: typing.Optional[builtins.str] = None,
        inventory_source_bucket_arn: typing.Optional[builtins.str] = None,
        is_directory_bucket: typing.Optional[builtins.bool] = None,
        lb_log_delivery_policy_source_organizations: typing.Optional[typing.Sequence[builtins.str]] = None,
        lifecycle_rule: typing.Any = None,
        location_type: typing.Optional[builtins.str] = None,
        logging: typing.Any = None,
        metric_configuration: typing.Any = None,
        object_lock_configuration: typing.Any = None,
        object_lock_enabled: typing.Optional[builtins.bool] = None,
        object_ownership: typing.Optional[builtins.str] = None,
        owner: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
        policy: typing.Optional[builtins.str] = None,
        putin_khuylo: typing.Optional[builtins.bool] = None,
        replication_configuration: typing.Any = None,
        request_payer: typing.Optional[builtins.str] = None,
        restrict_public_buckets: typing.Optional[builtins.bool] = None,
        server_side_encryption_configuration: typing.Any = None,
        tags: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
        transition_default_minimum_object_size: typing.Optional[builtins.str] = None,
        type: typing.Optional[builtins.str] = None,
        versioning: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
        website: typing.Any = None,
    ) -> None:
        '''
        :param depends_on: 
        :param for_each: 
        :param providers: 
        :param skip_asset_creation_from_local_modules: 
        :param acceleration_status: -
        :param access_log_delivery_policy_source_accounts: -
        :param access_log_delivery_policy_source_buckets: -
        :param access_log_delivery_policy_source_organizations: -
        :param acl: -
        :param allowed_kms_key_arn: -
        :param analytics_configuration: -
        :param analytics_self_source_destination: -
        :param analytics_source_account_id: -
        :param analytics_source_bucket_arn: -
        :param attach_access_log_delivery_policy: -
        :param attach_analytics_destination_policy: -
        :param attach_cloudtrail_log_delivery_policy: -
        :param attach_deny_incorrect_encryption_headers: -
        :param attach_deny_incorrect_kms_key_sse: -
        :param attach_deny_insecure_transport_policy: -
        :param attach_deny_ssec_encrypted_object_uploads: -
        :param attach_deny_unencrypted_object_uploads: -
        :param attach_elb_log_delivery_policy: -
        :param attach_inventory_destination_policy: -
        :param attach_lb_log_delivery_policy: -
        :param attach_policy: -
        :param attach_public_policy: true.
        :param attach_require_latest_tls_policy: -
        :param attach_waf_log_delivery_policy: -
        :param availability_zone_id: -
        :param block_public_acls: true.
        :param block_public_policy: true.
        :param bucket: -
        :param bucket_prefix: -
        :param control_object_ownership: -
        :param cors_rule: -
        :param create_bucket: true.
        :param data_redundancy: -
        :param expected_bucket_owner: -
        :param force_destroy: -
        :param grant: -
        :param ignore_public_acls: true.
        :param intelligent_tiering: -
        :param inventory_configuration: -
        :param inventory_self_source_destination: -
        :param inventory_source_account_id: -
        :param inventory_source_bucket_arn: -
        :param is_directory_bucket: -
        :param lb_log_delivery_policy_source_organizations: -
        :param lifecycle_rule: -
        :param location_type: -
        :param logging: -
        :param metric_configuration: -
        :param object_lock_configuration: -
        :param object_lock_enabled: -
        :param object_ownership: BucketOwnerEnforced.
        :param owner: The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.
        :param policy: -
        :param putin_khuylo: true.
        :param replication_configuration: -
        :param request_payer: -
        :param restrict_public_buckets: true.
        :param server_side_encryption_configuration: -
        :param tags: The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.
        :param transition_default_minimum_object_size: -
        :param type: Directory.
        :param versioning: The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.
        :param website: -
        '''
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__d7c53dc4235d6a91f93959b69cb80b28cdd328744a4f8378f7a5c2a085d6fd16)
            check_type(argname="argument depends_on", value=depends_on, expected_type=type_hints["depends_on"])
            check_type(argname="argument for_each", value=for_each, expected_type=type_hints["for_each"])
            check_type(argname="argument providers", value=providers, expected_type=type_hints["providers"])
            check_type(argname="argument skip_asset_creation_from_local_modules", value=skip_asset_creation_from_local_modules, expected_type=type_hints["skip_asset_creation_from_local_modules"])
            check_type(argname="argument acceleration_status", value=acceleration_status, expected_type=type_hints["acceleration_status"])
            check_type(argname="argument access_log_delivery_policy_source_accounts", value=access_log_delivery_policy_source_accounts, expected_type=type_hints["access_log_delivery_policy_source_accounts"])
            check_type(argname="argument access_log_delivery_policy_source_buckets", value=access_log_delivery_policy_source_buckets, expected_type=type_hints["access_log_delivery_policy_source_buckets"])
            check_type(argname="argument access_log_delivery_policy_source_organizations", value=access_log_delivery_policy_source_organizations, expected_type=type_hints["access_log_delivery_policy_source_organizations"])
            check_type(argname="argument acl", value=acl, expected_type=type_hints["acl"])
            check_type(argname="argument allowed_kms_key_arn", value=allowed_kms_key_arn, expected_type=type_hints["allowed_kms_key_arn"])
            check_type(argname="argument analytics_configuration", value=analytics_configuration, expected_type=type_hints["analytics_configuration"])
            check_type(argname="argument analytics_self_source_destination", value=analytics_self_source_destination, expected_type=type_hints["analytics_self_source_destination"])
            check_type(argname="argument analytics_source_account_id", value=analytics_source_account_id, expected_type=type_hints["analytics_source_account_id"])
            check_type(argname="argument analytics_source_bucket_arn", value=analytics_source_bucket_arn, expected_type=type_hints["analytics_source_bucket_arn"])
            check_type(argname="argument attach_access_log_delivery_policy", value=attach_access_log_delivery_policy, expected_type=type_hints["attach_access_log_delivery_policy"])
            check_type(argname="argument attach_analytics_destination_policy", value=attach_analytics_destination_policy, expected_type=type_hints["attach_analytics_destination_policy"])
            check_type(argname="argument attach_cloudtrail_log_delivery_policy", value=attach_cloudtrail_log_delivery_policy, expected_type=type_hints["attach_cloudtrail_log_delivery_policy"])
            check_type(argname="argument attach_deny_incorrect_encryption_headers", value=attach_deny_incorrect_encryption_headers, expected_type=type_hints["attach_deny_incorrect_encryption_headers"])
            check_type(argname="argument attach_deny_incorrect_kms_key_sse", value=attach_deny_incorrect_kms_key_sse, expected_type=type_hints["attach_deny_incorrect_kms_key_sse"])
            check_type(argname="argument attach_deny_insecure_transport_policy", value=attach_deny_insecure_transport_policy, expected_type=type_hints["attach_deny_insecure_transport_policy"])
            check_type(argname="argument attach_deny_ssec_encrypted_object_uploads", value=attach_deny_ssec_encrypted_object_uploads, expected_type=type_hints["attach_deny_ssec_encrypted_object_uploads"])
            check_type(argname="argument attach_deny_unencrypted_object_uploads", value=attach_deny_unencrypted_object_uploads, expected_type=type_hints["attach_deny_unencrypted_object_uploads"])
            check_type(argname="argument attach_elb_log_delivery_policy", value=attach_elb_log_delivery_policy, expected_type=type_hints["attach_elb_log_delivery_policy"])
            check_type(argname="argument attach_inventory_destination_policy", value=attach_inventory_destination_policy, expected_type=type_hints["attach_inventory_destination_policy"])
            check_type(argname="argument attach_lb_log_delivery_policy", value=attach_lb_log_delivery_policy, expected_type=type_hints["attach_lb_log_delivery_policy"])
            check_type(argname="argument attach_policy", value=attach_policy, expected_type=type_hints["attach_policy"])
            check_type(argname="argument attach_public_policy", value=attach_public_policy, expected_type=type_hints["attach_public_policy"])
            check_type(argname="argument attach_require_latest_tls_policy", value=attach_require_latest_tls_policy, expected_type=type_hints["attach_require_latest_tls_policy"])
            check_type(argname="argument attach_waf_log_delivery_policy", value=attach_waf_log_delivery_policy, expected_type=type_hints["attach_waf_log_delivery_policy"])
            check_type(argname="argument availability_zone_id", value=availability_zone_id, expected_type=type_hints["availability_zone_id"])
            check_type(argname="argument block_public_acls", value=block_public_acls, expected_type=type_hints["block_public_acls"])
            check_type(argname="argument block_public_policy", value=block_public_policy, expected_type=type_hints["block_public_policy"])
            check_type(argname="argument bucket", value=bucket, expected_type=type_hints["bucket"])
            check_type(argname="argument bucket_prefix", value=bucket_prefix, expected_type=type_hints["bucket_prefix"])
            check_type(argname="argument control_object_ownership", value=control_object_ownership, expected_type=type_hints["control_object_ownership"])
            check_type(argname="argument cors_rule", value=cors_rule, expected_type=type_hints["cors_rule"])
            check_type(argname="argument create_bucket", value=create_bucket, expected_type=type_hints["create_bucket"])
            check_type(argname="argument data_redundancy", value=data_redundancy, expected_type=type_hints["data_redundancy"])
            check_type(argname="argument expected_bucket_owner", value=expected_bucket_owner, expected_type=type_hints["expected_bucket_owner"])
            check_type(argname="argument force_destroy", value=force_destroy, expected_type=type_hints["force_destroy"])
            check_type(argname="argument grant", value=grant, expected_type=type_hints["grant"])
            check_type(argname="argument ignore_public_acls", value=ignore_public_acls, expected_type=type_hints["ignore_public_acls"])
            check_type(argname="argument intelligent_tiering", value=intelligent_tiering, expected_type=type_hints["intelligent_tiering"])
            check_type(argname="argument inventory_configuration", value=inventory_configuration, expected_type=type_hints["inventory_configuration"])
            check_type(argname="argument inventory_self_source_destination", value=inventory_self_source_destination, expected_type=type_hints["inventory_self_source_destination"])
            check_type(argname="argument inventory_source_account_id", value=inventory_source_account_id, expected_type=type_hints["inventory_source_account_id"])
            check_type(argname="argument inventory_source_bucket_arn", value=inventory_source_bucket_arn, expected_type=type_hints["inventory_source_bucket_arn"])
            check_type(argname="argument is_directory_bucket", value=is_directory_bucket, expected_type=type_hints["is_directory_bucket"])
            check_type(argname="argument lb_log_delivery_policy_source_organizations", value=lb_log_delivery_policy_source_organizations, expected_type=type_hints["lb_log_delivery_policy_source_organizations"])
            check_type(argname="argument lifecycle_rule", value=lifecycle_rule, expected_type=type_hints["lifecycle_rule"])
            check_type(argname="argument location_type", value=location_type, expected_type=type_hints["location_type"])
            check_type(argname="argument logging", value=logging, expected_type=type_hints["logging"])
            check_type(argname="argument metric_configuration", value=metric_configuration, expected_type=type_hints["metric_configuration"])
            check_type(argname="argument object_lock_configuration", value=object_lock_configuration, expected_type=type_hints["object_lock_configuration"])
            check_type(argname="argument object_lock_enabled", value=object_lock_enabled, expected_type=type_hints["object_lock_enabled"])
            check_type(argname="argument object_ownership", value=object_ownership, expected_type=type_hints["object_ownership"])
            check_type(argname="argument owner", value=owner, expected_type=type_hints["owner"])
            check_type(argname="argument policy", value=policy, expected_type=type_hints["policy"])
            check_type(argname="argument putin_khuylo", value=putin_khuylo, expected_type=type_hints["putin_khuylo"])
            check_type(argname="argument replication_configuration", value=replication_configuration, expected_type=type_hints["replication_configuration"])
            check_type(argname="argument request_payer", value=request_payer, expected_type=type_hints["request_payer"])
            check_type(argname="argument restrict_public_buckets", value=restrict_public_buckets, expected_type=type_hints["restrict_public_buckets"])
            check_type(argname="argument server_side_encryption_configuration", value=server_side_encryption_configuration, expected_type=type_hints["server_side_encryption_configuration"])
            check_type(argname="argument tags", value=tags, expected_type=type_hints["tags"])
            check_type(argname="argument transition_default_minimum_object_size", value=transition_default_minimum_object_size, expected_type=type_hints["transition_default_minimum_object_size"])
            check_type(argname="argument type", value=type, expected_type=type_hints["type"])
            check_type(argname="argument versioning", value=versioning, expected_type=type_hints["versioning"])
            check_type(argname="argument website", value=website, expected_type=type_hints["website"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if depends_on is not None:
            self._values["depends_on"] = depends_on
        if for_each is not None:
            self._values["for_each"] = for_each
        if providers is not None:
            self._values["providers"] = providers
        if skip_asset_creation_from_local_modules is not None:
            self._values["skip_asset_creation_from_local_modules"] = skip_asset_creation_from_local_modules
        if acceleration_status is not None:
            self._values["acceleration_status"] = acceleration_status
        if access_log_delivery_policy_source_accounts is not None:
            self._values["access_log_delivery_policy_source_accounts"] = access_log_delivery_policy_source_accounts
        if access_log_delivery_policy_source_buckets is not None:
            self._values["access_log_delivery_policy_source_buckets"] = access_log_delivery_policy_source_buckets
        if access_log_delivery_policy_source_organizations is not None:
            self._values["access_log_delivery_policy_source_organizations"] = access_log_delivery_policy_source_organizations
        if acl is not None:
            self._values["acl"] = acl
        if allowed_kms_key_arn is not None:
            self._values["allowed_kms_key_arn"] = allowed_kms_key_arn
        if analytics_configuration is not None:
            self._values["analytics_configuration"] = analytics_configuration
        if analytics_self_source_destination is not None:
            self._values["analytics_self_source_destination"] = analytics_self_source_destination
        if analytics_source_account_id is not None:
            self._values["analytics_source_account_id"] = analytics_source_account_id
        if analytics_source_bucket_arn is not None:
            self._values["analytics_source_bucket_arn"] = analytics_source_bucket_arn
        if attach_access_log_delivery_policy is not None:
            self._values["attach_access_log_delivery_policy"] = attach_access_log_delivery_policy
        if attach_analytics_destination_policy is not None:
            self._values["attach_analytics_destination_policy"] = attach_analytics_destination_policy
        if attach_cloudtrail_log_delivery_policy is not None:
            self._values["attach_cloudtrail_log_delivery_policy"] = attach_cloudtrail_log_delivery_policy
        if attach_deny_incorrect_encryption_headers is not None:
            self._values["attach_deny_incorrect_encryption_headers"] = attach_deny_incorrect_encryption_headers
        if attach_deny_incorrect_kms_key_sse is not None:
            self._values["attach_deny_incorrect_kms_key_sse"] = attach_deny_incorrect_kms_key_sse
        if attach_deny_insecure_transport_policy is not None:
            self._values["attach_deny_insecure_transport_policy"] = attach_deny_insecure_transport_policy
        if attach_deny_ssec_encrypted_object_uploads is not None:
            self._values["attach_deny_ssec_encrypted_object_uploads"] = attach_deny_ssec_encrypted_object_uploads
        if attach_deny_unencrypted_object_uploads is not None:
            self._values["attach_deny_unencrypted_object_uploads"] = attach_deny_unencrypted_object_uploads
        if attach_elb_log_delivery_policy is not None:
            self._values["attach_elb_log_delivery_policy"] = attach_elb_log_delivery_policy
        if attach_inventory_destination_policy is not None:
            self._values["attach_inventory_destination_policy"] = attach_inventory_destination_policy
        if attach_lb_log_delivery_policy is not None:
            self._values["attach_lb_log_delivery_policy"] = attach_lb_log_delivery_policy
        if attach_policy is not None:
            self._values["attach_policy"] = attach_policy
        if attach_public_policy is not None:
            self._values["attach_public_policy"] = attach_public_policy
        if attach_require_latest_tls_policy is not None:
            self._values["attach_require_latest_tls_policy"] = attach_require_latest_tls_policy
        if attach_waf_log_delivery_policy is not None:
            self._values["attach_waf_log_delivery_policy"] = attach_waf_log_delivery_policy
        if availability_zone_id is not None:
            self._values["availability_zone_id"] = availability_zone_id
        if block_public_acls is not None:
            self._values["block_public_acls"] = block_public_acls
        if block_public_policy is not None:
            self._values["block_public_policy"] = block_public_policy
        if bucket is not None:
            self._values["bucket"] = bucket
        if bucket_prefix is not None:
            self._values["bucket_prefix"] = bucket_prefix
        if control_object_ownership is not None:
            self._values["control_object_ownership"] = control_object_ownership
        if cors_rule is not None:
            self._values["cors_rule"] = cors_rule
        if create_bucket is not None:
            self._values["create_bucket"] = create_bucket
        if data_redundancy is not None:
            self._values["data_redundancy"] = data_redundancy
        if expected_bucket_owner is not None:
            self._values["expected_bucket_owner"] = expected_bucket_owner
        if force_destroy is not None:
            self._values["force_destroy"] = force_destroy
        if grant is not None:
            self._values["grant"] = grant
        if ignore_public_acls is not None:
            self._values["ignore_public_acls"] = ignore_public_acls
        if intelligent_tiering is not None:
            self._values["intelligent_tiering"] = intelligent_tiering
        if inventory_configuration is not None:
            self._values["inventory_configuration"] = inventory_configuration
        if inventory_self_source_destination is not None:
            self._values["inventory_self_source_destination"] = inventory_self_source_destination
        if inventory_source_account_id is not None:
            self._values["inventory_source_account_id"] = inventory_source_account_id
        if inventory_source_bucket_arn is not None:
            self._values["inventory_source_bucket_arn"] = inventory_source_bucket_arn
        if is_directory_bucket is not None:
            self._values["is_directory_bucket"] = is_directory_bucket
        if lb_log_delivery_policy_source_organizations is not None:
            self._values["lb_log_delivery_policy_source_organizations"] = lb_log_delivery_policy_source_organizations
        if lifecycle_rule is not None:
            self._values["lifecycle_rule"] = lifecycle_rule
        if location_type is not None:
            self._values["location_type"] = location_type
        if logging is not None:
            self._values["logging"] = logging
        if metric_configuration is not None:
            self._values["metric_configuration"] = metric_configuration
        if object_lock_configuration is not None:
            self._values["object_lock_configuration"] = object_lock_configuration
        if object_lock_enabled is not None:
            self._values["object_lock_enabled"] = object_lock_enabled
        if object_ownership is not None:
            self._values["object_ownership"] = object_ownership
        if owner is not None:
            self._values["owner"] = owner
        if policy is not None:
            self._values["policy"] = policy
        if putin_khuylo is not None:
            self._values["putin_khuylo"] = putin_khuylo
        if replication_configuration is not None:
            self._values["replication_configuration"] = replication_configuration
        if request_payer is not None:
            self._values["request_payer"] = request_payer
        if restrict_public_buckets is not None:
            self._values["restrict_public_buckets"] = restrict_public_buckets
        if server_side_encryption_configuration is not None:
            self._values["server_side_encryption_configuration"] = server_side_encryption_configuration
        if tags is not None:
            self._values["tags"] = tags
        if transition_default_minimum_object_size is not None:
            self._values["transition_default_minimum_object_size"] = transition_default_minimum_object_size
        if type is not None:
            self._values["type"] = type
        if versioning is not None:
            self._values["versioning"] = versioning
        if website is not None:
            self._values["website"] = website

    @builtins.property
    def depends_on(
        self,
    ) -> typing.Optional[typing.List[_cdktf_9a9027ec.ITerraformDependable]]:
        '''
        :stability: experimental
        '''
        result = self._values.get("depends_on")
        return typing.cast(typing.Optional[typing.List[_cdktf_9a9027ec.ITerraformDependable]], result)

    @builtins.property
    def for_each(self) -> typing.Optional[_cdktf_9a9027ec.ITerraformIterator]:
        '''
        :stability: experimental
        '''
        result = self._values.get("for_each")
        return typing.cast(typing.Optional[_cdktf_9a9027ec.ITerraformIterator], result)

    @builtins.property
    def providers(
        self,
    ) -> typing.Optional[typing.List[typing.Union[_cdktf_9a9027ec.TerraformProvider, _cdktf_9a9027ec.TerraformModuleProvider]]]:
        '''
        :stability: experimental
        '''
        result = self._values.get("providers")
        return typing.cast(typing.Optional[typing.List[typing.Union[_cdktf_9a9027ec.TerraformProvider, _cdktf_9a9027ec.TerraformModuleProvider]]], result)

    @builtins.property
    def skip_asset_creation_from_local_modules(self) -> typing.Optional[builtins.bool]:
        '''
        :stability: experimental
        '''
        result = self._values.get("skip_asset_creation_from_local_modules")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def acceleration_status(self) -> typing.Optional[builtins.str]:
        result = self._values.get("acceleration_status")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def access_log_delivery_policy_source_accounts(
        self,
    ) -> typing.Optional[typing.List[builtins.str]]:
        result = self._values.get("access_log_delivery_policy_source_accounts")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def access_log_delivery_policy_source_buckets(
        self,
    ) -> typing.Optional[typing.List[builtins.str]]:
        result = self._values.get("access_log_delivery_policy_source_buckets")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def access_log_delivery_policy_source_organizations(
        self,
    ) -> typing.Optional[typing.List[builtins.str]]:
        result = self._values.get("access_log_delivery_policy_source_organizations")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def acl(self) -> typing.Optional[builtins.str]:
        result = self._values.get("acl")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def allowed_kms_key_arn(self) -> typing.Optional[builtins.str]:
        result = self._values.get("allowed_kms_key_arn")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def analytics_configuration(self) -> typing.Any:
        result = self._values.get("analytics_configuration")
        return typing.cast(typing.Any, result)

    @builtins.property
    def analytics_self_source_destination(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("analytics_self_source_destination")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def analytics_source_account_id(self) -> typing.Optional[builtins.str]:
        result = self._values.get("analytics_source_account_id")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def analytics_source_bucket_arn(self) -> typing.Optional[builtins.str]:
        result = self._values.get("analytics_source_bucket_arn")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def attach_access_log_delivery_policy(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("attach_access_log_delivery_policy")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def attach_analytics_destination_policy(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("attach_analytics_destination_policy")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def attach_cloudtrail_log_delivery_policy(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("attach_cloudtrail_log_delivery_policy")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def attach_deny_incorrect_encryption_headers(
        self,
    ) -> typing.Optional[builtins.bool]:
        result = self._values.get("attach_deny_incorrect_encryption_headers")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def attach_deny_incorrect_kms_key_sse(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("attach_deny_incorrect_kms_key_sse")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def attach_deny_insecure_transport_policy(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("attach_deny_insecure_transport_policy")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def attach_deny_ssec_encrypted_object_uploads(
        self,
    ) -> typing.Optional[builtins.bool]:
        result = self._values.get("attach_deny_ssec_encrypted_object_uploads")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def attach_deny_unencrypted_object_uploads(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("attach_deny_unencrypted_object_uploads")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def attach_elb_log_delivery_policy(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("attach_elb_log_delivery_policy")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def attach_inventory_destination_policy(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("attach_inventory_destination_policy")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def attach_lb_log_delivery_policy(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("attach_lb_log_delivery_policy")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def attach_policy(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("attach_policy")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def attach_public_policy(self) -> typing.Optional[builtins.bool]:
        '''true.'''
        result = self._values.get("attach_public_policy")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def attach_require_latest_tls_policy(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("attach_require_latest_tls_policy")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def attach_waf_log_delivery_policy(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("attach_waf_log_delivery_policy")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def availability_zone_id(self) -> typing.Optional[builtins.str]:
        result = self._values.get("availability_zone_id")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def block_public_acls(self) -> typing.Optional[builtins.bool]:
        '''true.'''
        result = self._values.get("block_public_acls")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def block_public_policy(self) -> typing.Optional[builtins.bool]:
        '''true.'''
        result = self._values.get("block_public_policy")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def bucket(self) -> typing.Optional[builtins.str]:
        result = self._values.get("bucket")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def bucket_prefix(self) -> typing.Optional[builtins.str]:
        result = self._values.get("bucket_prefix")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def control_object_ownership(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("control_object_ownership")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def cors_rule(self) -> typing.Any:
        result = self._values.get("cors_rule")
        return typing.cast(typing.Any, result)

    @builtins.property
    def create_bucket(self) -> typing.Optional[builtins.bool]:
        '''true.'''
        result = self._values.get("create_bucket")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def data_redundancy(self) -> typing.Optional[builtins.str]:
        result = self._values.get("data_redundancy")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def expected_bucket_owner(self) -> typing.Optional[builtins.str]:
        result = self._values.get("expected_bucket_owner")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def force_destroy(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("force_destroy")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def grant(self) -> typing.Any:
        result = self._values.get("grant")
        return typing.cast(typing.Any, result)

    @builtins.property
    def ignore_public_acls(self) -> typing.Optional[builtins.bool]:
        '''true.'''
        result = self._values.get("ignore_public_acls")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def intelligent_tiering(self) -> typing.Any:
        result = self._values.get("intelligent_tiering")
        return typing.cast(typing.Any, result)

    @builtins.property
    def inventory_configuration(self) -> typing.Any:
        result = self._values.get("inventory_configuration")
        return typing.cast(typing.Any, result)

    @builtins.property
    def inventory_self_source_destination(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("inventory_self_source_destination")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def inventory_source_account_id(self) -> typing.Optional[builtins.str]:
        result = self._values.get("inventory_source_account_id")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def inventory_source_bucket_arn(self) -> typing.Optional[builtins.str]:
        result = self._values.get("inventory_source_bucket_arn")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def is_directory_bucket(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("is_directory_bucket")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def lb_log_delivery_policy_source_organizations(
        self,
    ) -> typing.Optional[typing.List[builtins.str]]:
        result = self._values.get("lb_log_delivery_policy_source_organizations")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def lifecycle_rule(self) -> typing.Any:
        result = self._values.get("lifecycle_rule")
        return typing.cast(typing.Any, result)

    @builtins.property
    def location_type(self) -> typing.Optional[builtins.str]:
        result = self._values.get("location_type")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def logging(self) -> typing.Any:
        result = self._values.get("logging")
        return typing.cast(typing.Any, result)

    @builtins.property
    def metric_configuration(self) -> typing.Any:
        result = self._values.get("metric_configuration")
        return typing.cast(typing.Any, result)

    @builtins.property
    def object_lock_configuration(self) -> typing.Any:
        result = self._values.get("object_lock_configuration")
        return typing.cast(typing.Any, result)

    @builtins.property
    def object_lock_enabled(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("object_lock_enabled")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def object_ownership(self) -> typing.Optional[builtins.str]:
        '''BucketOwnerEnforced.'''
        result = self._values.get("object_ownership")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def owner(self) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.'''
        result = self._values.get("owner")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    @builtins.property
    def policy(self) -> typing.Optional[builtins.str]:
        result = self._values.get("policy")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def putin_khuylo(self) -> typing.Optional[builtins.bool]:
        '''true.'''
        result = self._values.get("putin_khuylo")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def replication_configuration(self) -> typing.Any:
        result = self._values.get("replication_configuration")
        return typing.cast(typing.Any, result)

    @builtins.property
    def request_payer(self) -> typing.Optional[builtins.str]:
        result = self._values.get("request_payer")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def restrict_public_buckets(self) -> typing.Optional[builtins.bool]:
        '''true.'''
        result = self._values.get("restrict_public_buckets")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def server_side_encryption_configuration(self) -> typing.Any:
        result = self._values.get("server_side_encryption_configuration")
        return typing.cast(typing.Any, result)

    @builtins.property
    def tags(self) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.'''
        result = self._values.get("tags")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    @builtins.property
    def transition_default_minimum_object_size(self) -> typing.Optional[builtins.str]:
        result = self._values.get("transition_default_minimum_object_size")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def type(self) -> typing.Optional[builtins.str]:
        '''Directory.'''
        result = self._values.get("type")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def versioning(self) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.'''
        result = self._values.get("versioning")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    @builtins.property
    def website(self) -> typing.Any:
        result = self._values.get("website")
        return typing.cast(typing.Any, result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "S3BucketConfig(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


__all__ = [
    "S3Bucket",
    "S3BucketConfig",
]

publication.publish()

def _typecheckingstub__0d2845a5e053ed3f9f6c7f5148d76cd3e3b412abdc3e3ebd89bfce30808fec5a(
    scope: _constructs_77d1e7e8.Construct,
    id: builtins.str,
    *,
    acceleration_status: typing.Optional[builtins.str] = None,
    access_log_delivery_policy_source_accounts: typing.Optional[typing.Sequence[builtins.str]] = None,
    access_log_delivery_policy_source_buckets: typing.Optional[typing.Sequence[builtins.str]] = None,
    access_log_delivery_policy_source_organizations: typing.Optional[typing.Sequence[builtins.str]] = None,
    acl: typing.Optional[builtins.str] = None,
    allowed_kms_key_arn: typing.Optional[builtins.str] = None,
    analytics_configuration: typing.Any = None,
    analytics_self_source_destination: typing.Optional[builtins.bool] = None,
    analytics_source_account_id: typing.Optional[builtins.str] = None,
    analytics_source_bucket_arn: typing.Optional[builtins.str] = None,
    attach_access_log_delivery_policy: typing.Optional[builtins.bool] = None,
    attach_analytics_destination_policy: typing.Optional[builtins.bool] = None,
    attach_cloudtrail_log_delivery_policy: typing.Optional[builtins.bool] = None,
    attach_deny_incorrect_encryption_headers: typing.Optional[builtins.bool] = None,
    attach_deny_incorrect_kms_key_sse: typing.Optional[builtins.bool] = None,
    attach_deny_insecure_transport_policy: typing.Optional[builtins.bool] = None,
    attach_deny_ssec_encrypted_object_uploads: typing.Optional[builtins.bool] = None,
    attach_deny_unencrypted_object_uploads: typing.Optional[builtins.bool] = None,
    attach_elb_log_delivery_policy: typing.Optional[builtins.bool] = None,
    attach_inventory_destination_policy: typing.Optional[builtins.bool] = None,
    attach_lb_log_delivery_policy: typing.Optional[builtins.bool] = None,
    attach_policy: typing.Optional[builtins.bool] = None,
    attach_public_policy: typing.Optional[builtins.bool] = None,
    attach_require_latest_tls_policy: typing.Optional[builtins.bool] = None,
    attach_waf_log_delivery_policy: typing.Optional[builtins.bool] = None,
    availability_zone_id: typing.Optional[builtins.str] = None,
    block_public_acls: typing.Optional[builtins.bool] = None,
    block_public_policy: typing.Optional[builtins.bool] = None,
    bucket: typing.Optional[builtins.str] = None,
    bucket_prefix: typing.Optional[builtins.str] = None,
    control_object_ownership: typing.Optional[builtins.bool] = None,
    cors_rule: typing.Any = None,
    create_bucket: typing.Optional[builtins.bool] = None,
    data_redundancy: typing.Optional[builtins.str] = None,
    expected_bucket_owner: typing.Optional[builtins.str] = None,
    force_destroy: typing.Optional[builtins.bool] = None,
    grant: typing.Any = None,
    ignore_public_acls: typing.Optional[builtins.bool] = None,
    intelligent_tiering: typing.Any = None,
    inventory_configuration: typing.Any = None,
    inventory_self_source_destination: typing.Optional[builtins.bool] = None,
    inventory_source_account_id: typing.Optional[builtins.str] = None,
    inventory_source_bucket_arn: typing.Optional[builtins.str] = None,
    is_directory_bucket: typing.Optional[builtins.bool] = None,
    lb_log_delivery_policy_source_organizations: typing.Optional[typing.Sequence[builtins.str]] = None,
    lifecycle_rule: typing.Any = None,
    location_type: typing.Optional[builtins.str] = None,
    logging: typing.Any = None,
    metric_configuration: typing.Any = None,
    object_lock_configuration: typing.Any = None,
    object_lock_enabled: typing.Optional[builtins.bool] = None,
    object_ownership: typing.Optional[builtins.str] = None,
    owner: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    policy: typing.Optional[builtins.str] = None,
    putin_khuylo: typing.Optional[builtins.bool] = None,
    replication_configuration: typing.Any = None,
    request_payer: typing.Optional[builtins.str] = None,
    restrict_public_buckets: typing.Optional[builtins.bool] = None,
    server_side_encryption_configuration: typing.Any = None,
    tags: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    transition_default_minimum_object_size: typing.Optional[builtins.str] = None,
    type: typing.Optional[builtins.str] = None,
    versioning: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    website: typing.Any = None,
    depends_on: typing.Optional[typing.Sequence[_cdktf_9a9027ec.ITerraformDependable]] = None,
    for_each: typing.Optional[_cdktf_9a9027ec.ITerraformIterator] = None,
    providers: typing.Optional[typing.Sequence[typing.Union[_cdktf_9a9027ec.TerraformProvider, typing.Union[_cdktf_9a9027ec.TerraformModuleProvider, typing.Dict[builtins.str, typing.Any]]]]] = None,
    skip_asset_creation_from_local_modules: typing.Optional[builtins.bool] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__742fbcce58cbd27e93005b5fb1351a84fe47b752b7cbd434b6dd25596d401f96(
    value: typing.Any,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__e83b7759bd7b050753ea6ac1f07b4a2baed7e87d49dcdf77611706d95e9c2dc2(
    value: typing.Any,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__93a879737b431da131fbd723933def5e0274b6bd3e48dde68d0e933de779f502(
    value: typing.Any,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__9beae6ff07ac0ee41469e09c0d8bd928f11222db71bd1f256fcd15d59e9fa00e(
    value: typing.Any,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__8b32b743067e2c7853a285bb95165bf7d17fbb12107807527e4e5cc4d34f6f83(
    value: typing.Any,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__bf38ecfcd153818d0ed60a1ebd8699f04d27763caa4d360e68f01631f7f3532e(
    value: typing.Any,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__2c5625a001a9a776cfdd57c830942eda2444c8db38c6f51395cbd40b6b262c7a(
    value: typing.Any,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__3ab01724953c25b7c19a62e759835395714de99062550e492c7ecf8acabec1af(
    value: typing.Any,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__a2f20274eefe3bec4567d7fcdd7ffc8d97aeec671aa1eedc05ad29da4cab6c38(
    value: typing.Any,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__3fe2dcf0627949c86c5a0ab86a45f1f566455f44bd41d9481ab477b0e9efe073(
    value: typing.Any,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__3fc64839d0ad21435bb9363f83574c69ebd2384b3ccff2c2b5077b1ffc66ecf3(
    value: typing.Any,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__d6531f45fb2426cc2f41b7fce23c6b6d041de85c93ac9c875f6750b2075ca067(
    value: typing.Any,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__9c9c294bd847597c5b21ed3a1fa9abf2c8f23869fcc858d2df97b50160975961(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__c0fb641fa6586395c24e98077f0da414432f246876d102e5435f08102dfee366(
    value: typing.Optional[typing.List[builtins.str]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__48e79610c2a6256e807e726d784e9db711ad64a4a71f6fcc842da47a55820acc(
    value: typing.Optional[typing.List[builtins.str]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__aef65425f42a040db2350a0ed66f25d0e803b4419159ec6c03d195a365caebc9(
    value: typing.Optional[typing.List[builtins.str]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__dd686ef40e2f2872a11b46662f95524c6ce261bfbf6b024081b9e0e4c172fb20(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__bd7b96967e4ac90ed51bdf836dd3703f3451081068d24b55d0093ba100febc52(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__c43e6667c7aa58f9b42da31977f41734d43047e7d0c45cc3084ceac7800ea934(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__258775cd6e51cb2d786f8024a1164ef289d83a21ef352757410533ba0a4b45e7(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__7b79ad38616d24d175514381e3ca411c7fa3c46e2c2ad9e5306c41b499d8da1c(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__0a82a00055f22ad487533f9daa2c8667724af41421abc0c5deb08fcf6f7455f3(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__34978bd40778dcbe516c92df2ab21272a1be1134af6b72bca8f732cbae1f7f36(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__aad8aed54aae0aae8c5230fb88d462941481ec16e99508f3661ce4898d67dc36(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__b7c4f1240ae9483a8b2a680eb2cf7bbccf9ebc0811709a5b7665ab8f581e78d2(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__83af4c8feeccb145695bbf1f802d4f05d51c260ac8130724e10c7ca284345319(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__3c3b3e30ce3c714b437f3b9c6fd2fbe537314c2b762a3de8384febd390bf2ac5(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__798d1b7e8552ce285ba1d47f4eb6122c47ec205cc82aae4638837f20e1baf50c(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__4f1725329d4e1cb1fb66a4634008bc860fbe01dc595ba0ddce63a922014ebdb0(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__cc0685781b29d324f0b55eaf3d7635c72e307ef0f4fbef73c75c51a07630234a(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__9734eaa5cd141489c3f65c7b3e1495c376d692f24a5de96c00923d53b5d32fd3(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__daaab618545f7374ee112bac28ffe13c6b75405f3d072e1ebffda8ee4963442f(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__f8614f6067cdef9b7344b60b4cab2d4201398d4af99420afbe68460eceabf084(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__bf5e904e4b3cbd8f4d4d8c4bc1385675e86862c282533393848c3ca90122e6b4(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__09754c5decc19af3ee6883e89e0ef1cd62509a0716e88c632ae236d5d02096c2(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__7bc743588fe0e2cfb26a80adf7354043bac85a8a803ab7a6586fa5318c1eda2b(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__ec9bcd52e42b281f6ee7a1f91d6a925e0356b4fac32e5024a961bb99e73131dc(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__1ab683e719364859aa99d08e4b101436f0d3e7b47a298778229651117c180eba(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__bd748c9a6da77a99598c2f41fe8b56f6e3a8dc5e47a0b79abd48029689d833a5(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__e6999cd7b78c309f82975a8545b87ab5dc0f085b274ef9c11adeca7ccdb45f37(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__7c410d043758b300cd0933a806d651900b05e94dadf7127523d092fa7bd5da42(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__b4550d18c34b9bc1ad1b688316c656731b8d1eb01c306d2f995edde696bfea45(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__6c5d65990bd2fddbfa0ae050decb58a76cb8a2adc90083d46741f99bafd36016(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__06f8d16eb3fb6b436fa2df0d8147e70de1999092d2252c8f6d958ffd495fbd41(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__3e142d9178e7640df6b5adf1aaa458eab267b2f90540be9bf07b37266225ca41(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__395a52285e9858870dbe23cfc63b5d57a878d7af72f4830cb258a730c5dd1950(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__fe6e63a21ac6e7cff7491a92c4d5876aa1d42a221922f1fa8e8c1c5d2d8432b5(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__4c1c2a089c6a683b76d0d686cd41394b7d69abeef10f717c83a6a3f2aa70ad43(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__1571804d76c8c3aff54ba32560adbad1a24a080563906d4b5c93db562f0215cb(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__a71bd58637d3942734a4746d0f56abf83280069fdce9bc64c3d53b3a28dfaf79(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__abd63efa97ff2347f30f134434f96a207ae913755342945c324314c81bf20591(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__e430d28c1574344ed3ee2b18cf8b1fe4f22572847779c5ee4e1826fa85d15533(
    value: typing.Optional[typing.List[builtins.str]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__285f351ed799f1dc8a330947bf60c23f59e15d993bd5a5dd7e16d21c8817442d(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__5b4a80819b82e6073bc8f0bdac0cca7cb71b293544bbc61dad8f886ffcdfac7d(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__6a5a4306a6db1bc6fb31e48f3c5dbce32fad9a476a7f39f421a0f3b199163da6(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__b586f1d8372198330d3c234b810abc822bb478f7f8ab5a1535144f35e0c98bb8(
    value: typing.Optional[typing.Mapping[builtins.str, builtins.str]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__48ed1a882ad5ac1a602d54446a83d12026f33ab80082ddcea4d900217bb047f2(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__6fcaac763419cc21b2772267a0ce28c407fdfc15d2d4439183900d28c82089e7(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__752f435133b67b9b168c2b6ebdf6bad83308d469200b89db74ce53e3c457cc13(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__46288ba71aaefbd2c5fe63e7df9c0db028e24f51de7cb5bb3449e2a7049ad108(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__a0cda9d4e2462e3b1fb870a626c26c0c4a9009d2e3311301ccf361c48175ef28(
    value: typing.Optional[typing.Mapping[builtins.str, builtins.str]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__61daada75f2e3d811101a3bf7a3f98f794ece337d0af0c68cfd3c198c5509185(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__a7960f0cf9da660d49f2739ab124948089d07c22f2b112fefeefda1c1cdc2795(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__09521691fbbed41f23ac8711b74c7175001f5cae44e2681a1762f45730e1250d(
    value: typing.Optional[typing.Mapping[builtins.str, builtins.str]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__d7c53dc4235d6a91f93959b69cb80b28cdd328744a4f8378f7a5c2a085d6fd16(
    *,
    depends_on: typing.Optional[typing.Sequence[_cdktf_9a9027ec.ITerraformDependable]] = None,
    for_each: typing.Optional[_cdktf_9a9027ec.ITerraformIterator] = None,
    providers: typing.Optional[typing.Sequence[typing.Union[_cdktf_9a9027ec.TerraformProvider, typing.Union[_cdktf_9a9027ec.TerraformModuleProvider, typing.Dict[builtins.str, typing.Any]]]]] = None,
    skip_asset_creation_from_local_modules: typing.Optional[builtins.bool] = None,
    acceleration_status: typing.Optional[builtins.str] = None,
    access_log_delivery_policy_source_accounts: typing.Optional[typing.Sequence[builtins.str]] = None,
    access_log_delivery_policy_source_buckets: typing.Optional[typing.Sequence[builtins.str]] = None,
    access_log_delivery_policy_source_organizations: typing.Optional[typing.Sequence[builtins.str]] = None,
    acl: typing.Optional[builtins.str] = None,
    allowed_kms_key_arn: typing.Optional[builtins.str] = None,
    analytics_configuration: typing.Any = None,
    analytics_self_source_destination: typing.Optional[builtins.bool] = None,
    analytics_source_account_id: typing.Optional[builtins.str] = None,
    analytics_source_bucket_arn: typing.Optional[builtins.str] = None,
    attach_access_log_delivery_policy: typing.Optional[builtins.bool] = None,
    attach_analytics_destination_policy: typing.Optional[builtins.bool] = None,
    attach_cloudtrail_log_delivery_policy: typing.Optional[builtins.bool] = None,
    attach_deny_incorrect_encryption_headers: typing.Optional[builtins.bool] = None,
    attach_deny_incorrect_kms_key_sse: typing.Optional[builtins.bool] = None,
    attach_deny_insecure_transport_policy: typing.Optional[builtins.bool] = None,
    attach_deny_ssec_encrypted_object_uploads: typing.Optional[builtins.bool] = None,
    attach_deny_unencrypted_object_uploads: typing.Optional[builtins.bool] = None,
    attach_elb_log_delivery_policy: typing.Optional[builtins.bool] = None,
    attach_inventory_destination_policy: typing.Optional[builtins.bool] = None,
    attach_lb_log_delivery_policy: typing.Optional[builtins.bool] = None,
    attach_policy: typing.Optional[builtins.bool] = None,
    attach_public_policy: typing.Optional[builtins.bool] = None,
    attach_require_latest_tls_policy: typing.Optional[builtins.bool] = None,
    attach_waf_log_delivery_policy: typing.Optional[builtins.bool] = None,
    availability_zone_id: typing.Optional[builtins.str] = None,
    block_public_acls: typing.Optional[builtins.bool] = None,
    block_public_policy: typing.Optional[builtins.bool] = None,
    bucket: typing.Optional[builtins.str] = None,
    bucket_prefix: typing.Optional[builtins.str] = None,
    control_object_ownership: typing.Optional[builtins.bool] = None,
    cors_rule: typing.Any = None,
    create_bucket: typing.Optional[builtins.bool] = None,
    data_redundancy: typing.Optional[builtins.str] = None,
    expected_bucket_owner: typing.Optional[builtins.str] = None,
    force_destroy: typing.Optional[builtins.bool] = None,
    grant: typing.Any = None,
    ignore_public_acls: typing.Optional[builtins.bool] = None,
    intelligent_tiering: typing.Any = None,
    inventory_configuration: typing.Any = None,
    inventory_self_source_destination: typing.Optional[builtins.bool] = None,
    inventory_source_account_id: typing.Optional[builtins.str] = None,
    inventory_source_bucket_arn: typing.Optional[builtins.str] = None,
    is_directory_bucket: typing.Optional[builtins.bool] = None,
    lb_log_delivery_policy_source_organizations: typing.Optional[typing.Sequence[builtins.str]] = None,
    lifecycle_rule: typing.Any = None,
    location_type: typing.Optional[builtins.str] = None,
    logging: typing.Any = None,
    metric_configuration: typing.Any = None,
    object_lock_configuration: typing.Any = None,
    object_lock_enabled: typing.Optional[builtins.bool] = None,
    object_ownership: typing.Optional[builtins.str] = None,
    owner: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    policy: typing.Optional[builtins.str] = None,
    putin_khuylo: typing.Optional[builtins.bool] = None,
    replication_configuration: typing.Any = None,
    request_payer: typing.Optional[builtins.str] = None,
    restrict_public_buckets: typing.Optional[builtins.bool] = None,
    server_side_encryption_configuration: typing.Any = None,
    tags: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    transition_default_minimum_object_size: typing.Optional[builtins.str] = None,
    type: typing.Optional[builtins.str] = None,
    versioning: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    website: typing.Any = None,
) -> None:
    """Type checking stubs"""
    pass
