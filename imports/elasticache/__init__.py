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


class Elasticache(
    _cdktf_9a9027ec.TerraformModule,
    metaclass=jsii.JSIIMeta,
    jsii_type="elasticache.Elasticache",
):
    '''Defines an Elasticache based on a Terraform module.

    Docs at Terraform Registry: {@link https://registry.terraform.io/modules/terraform-aws-modules/elasticache/aws/1.10.3 terraform-aws-modules/elasticache/aws}
    '''

    def __init__(
        self,
        scope: _constructs_77d1e7e8.Construct,
        id: builtins.str,
        *,
        apply_immediately: typing.Optional[builtins.bool] = None,
        at_rest_encryption_enabled: typing.Optional[builtins.bool] = None,
        auth_token: typing.Optional[builtins.str] = None,
        auth_token_update_strategy: typing.Optional[builtins.str] = None,
        automatic_failover_enabled: typing.Optional[builtins.bool] = None,
        auto_minor_version_upgrade: typing.Optional[builtins.bool] = None,
        availability_zone: typing.Optional[builtins.str] = None,
        az_mode: typing.Optional[builtins.str] = None,
        cluster_id: typing.Optional[builtins.str] = None,
        cluster_mode: typing.Optional[builtins.str] = None,
        cluster_mode_enabled: typing.Optional[builtins.bool] = None,
        create: typing.Optional[builtins.bool] = None,
        create_cluster: typing.Optional[builtins.bool] = None,
        create_parameter_group: typing.Optional[builtins.bool] = None,
        create_primary_global_replication_group: typing.Optional[builtins.bool] = None,
        create_replication_group: typing.Optional[builtins.bool] = None,
        create_secondary_global_replication_group: typing.Optional[builtins.bool] = None,
        create_security_group: typing.Optional[builtins.bool] = None,
        create_subnet_group: typing.Optional[builtins.bool] = None,
        data_tiering_enabled: typing.Optional[builtins.bool] = None,
        description: typing.Optional[builtins.str] = None,
        engine: typing.Optional[builtins.str] = None,
        engine_version: typing.Optional[builtins.str] = None,
        final_snapshot_identifier: typing.Optional[builtins.str] = None,
        global_replication_group_id: typing.Optional[builtins.str] = None,
        global_replication_group_id_suffix: typing.Optional[builtins.str] = None,
        ip_discovery: typing.Optional[builtins.str] = None,
        kms_key_arn: typing.Optional[builtins.str] = None,
        log_delivery_configuration: typing.Any = None,
        maintenance_window: typing.Optional[builtins.str] = None,
        multi_az_enabled: typing.Optional[builtins.bool] = None,
        network_type: typing.Optional[builtins.str] = None,
        node_type: typing.Optional[builtins.str] = None,
        notification_topic_arn: typing.Optional[builtins.str] = None,
        num_cache_clusters: typing.Optional[jsii.Number] = None,
        num_cache_nodes: typing.Optional[jsii.Number] = None,
        num_node_groups: typing.Optional[jsii.Number] = None,
        outpost_mode: typing.Optional[builtins.str] = None,
        parameter_group_description: typing.Optional[builtins.str] = None,
        parameter_group_family: typing.Optional[builtins.str] = None,
        parameter_group_name: typing.Optional[builtins.str] = None,
        parameters: typing.Optional[typing.Sequence[typing.Mapping[builtins.str, builtins.str]]] = None,
        port: typing.Optional[jsii.Number] = None,
        preferred_availability_zones: typing.Optional[typing.Sequence[builtins.str]] = None,
        preferred_cache_cluster_azs: typing.Optional[typing.Sequence[builtins.str]] = None,
        preferred_outpost_arn: typing.Optional[builtins.str] = None,
        replicas_per_node_group: typing.Optional[jsii.Number] = None,
        replication_group_id: typing.Optional[builtins.str] = None,
        security_group_description: typing.Optional[builtins.str] = None,
        security_group_ids: typing.Optional[typing.Sequence[builtins.str]] = None,
        security_group_name: typing.Optional[builtins.str] = None,
        security_group_names: typing.Optional[typing.Sequence[builtins.str]] = None,
        security_group_rules: typing.Any = None,
        security_group_tags: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
        security_group_use_name_prefix: typing.Optional[builtins.bool] = None,
        snapshot_arns: typing.Optional[typing.Sequence[builtins.str]] = None,
        snapshot_name: typing.Optional[builtins.str] = None,
        snapshot_retention_limit: typing.Optional[jsii.Number] = None,
        snapshot_window: typing.Optional[builtins.str] = None,
        subnet_group_description: typing.Optional[builtins.str] = None,
        subnet_group_name: typing.Optional[builtins.str] = None,
        subnet_ids: typing.Optional[typing.Sequence[builtins.str]] = None,
        tags: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
        timeouts: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
        transit_encryption_enabled: typing.Optional[builtins.bool] = None,
        transit_encryption_mode: typing.Optional[builtins.str] = None,
        user_group_ids: typing.Optional[typing.Sequence[builtins.str]] = None,
        vpc_id: typing.Optional[builtins.str] = None,
        depends_on: typing.Optional[typing.Sequence[_cdktf_9a9027ec.ITerraformDependable]] = None,
        for_each: typing.Optional[_cdktf_9a9027ec.ITerraformIterator] = None,
        providers: typing.Optional[typing.Sequence[typing.Union[_cdktf_9a9027ec.TerraformProvider, typing.Union[_cdktf_9a9027ec.TerraformModuleProvider, typing.Dict[builtins.str, typing.Any]]]]] = None,
        skip_asset_creation_from_local_modules: typing.Optional[builtins.bool] = None,
    ) -> None:
        '''
        :param scope: -
        :param id: -
        :param apply_immediately: -
        :param at_rest_encryption_enabled: true.
        :param auth_token: -
        :param auth_token_update_strategy: -
        :param automatic_failover_enabled: -
        :param auto_minor_version_upgrade: -
        :param availability_zone: -
        :param az_mode: -
        :param cluster_id: -
        :param cluster_mode: -
        :param cluster_mode_enabled: -
        :param create: true.
        :param create_cluster: -
        :param create_parameter_group: -
        :param create_primary_global_replication_group: -
        :param create_replication_group: true.
        :param create_secondary_global_replication_group: -
        :param create_security_group: true.
        :param create_subnet_group: true.
        :param data_tiering_enabled: -
        :param description: -
        :param engine: redis.
        :param engine_version: -
        :param final_snapshot_identifier: -
        :param global_replication_group_id: -
        :param global_replication_group_id_suffix: -
        :param ip_discovery: -
        :param kms_key_arn: -
        :param log_delivery_configuration: -
        :param maintenance_window: -
        :param multi_az_enabled: -
        :param network_type: -
        :param node_type: -
        :param notification_topic_arn: -
        :param num_cache_clusters: -
        :param num_cache_nodes: 1.
        :param num_node_groups: -
        :param outpost_mode: -
        :param parameter_group_description: -
        :param parameter_group_family: -
        :param parameter_group_name: -
        :param parameters: The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.
        :param port: -
        :param preferred_availability_zones: -
        :param preferred_cache_cluster_azs: -
        :param preferred_outpost_arn: -
        :param replicas_per_node_group: -
        :param replication_group_id: -
        :param security_group_description: -
        :param security_group_ids: -
        :param security_group_name: -
        :param security_group_names: -
        :param security_group_rules: -
        :param security_group_tags: The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.
        :param security_group_use_name_prefix: true.
        :param snapshot_arns: -
        :param snapshot_name: -
        :param snapshot_retention_limit: -
        :param snapshot_window: -
        :param subnet_group_description: -
        :param subnet_group_name: -
        :param subnet_ids: -
        :param tags: The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.
        :param timeouts: The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.
        :param transit_encryption_enabled: true.
        :param transit_encryption_mode: -
        :param user_group_ids: -
        :param vpc_id: -
        :param depends_on: 
        :param for_each: 
        :param providers: 
        :param skip_asset_creation_from_local_modules: 
        '''
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__f307e2d4ffb0d24d8583b5e4179876ff06f3f9be22c48e15332a343b503fe952)
            check_type(argname="argument scope", value=scope, expected_type=type_hints["scope"])
            check_type(argname="argument id", value=id, expected_type=type_hints["id"])
        config = ElasticacheConfig(
            apply_immediately=apply_immediately,
            at_rest_encryption_enabled=at_rest_encryption_enabled,
            auth_token=auth_token,
            auth_token_update_strategy=auth_token_update_strategy,
            automatic_failover_enabled=automatic_failover_enabled,
            auto_minor_version_upgrade=auto_minor_version_upgrade,
            availability_zone=availability_zone,
            az_mode=az_mode,
            cluster_id=cluster_id,
            cluster_mode=cluster_mode,
            cluster_mode_enabled=cluster_mode_enabled,
            create=create,
            create_cluster=create_cluster,
            create_parameter_group=create_parameter_group,
            create_primary_global_replication_group=create_primary_global_replication_group,
            create_replication_group=create_replication_group,
            create_secondary_global_replication_group=create_secondary_global_replication_group,
            create_security_group=create_security_group,
            create_subnet_group=create_subnet_group,
            data_tiering_enabled=data_tiering_enabled,
            description=description,
            engine=engine,
            engine_version=engine_version,
            final_snapshot_identifier=final_snapshot_identifier,
            global_replication_group_id=global_replication_group_id,
            global_replication_group_id_suffix=global_replication_group_id_suffix,
            ip_discovery=ip_discovery,
            kms_key_arn=kms_key_arn,
            log_delivery_configuration=log_delivery_configuration,
            maintenance_window=maintenance_window,
            multi_az_enabled=multi_az_enabled,
            network_type=network_type,
            node_type=node_type,
            notification_topic_arn=notification_topic_arn,
            num_cache_clusters=num_cache_clusters,
            num_cache_nodes=num_cache_nodes,
            num_node_groups=num_node_groups,
            outpost_mode=outpost_mode,
            parameter_group_description=parameter_group_description,
            parameter_group_family=parameter_group_family,
            parameter_group_name=parameter_group_name,
            parameters=parameters,
            port=port,
            preferred_availability_zones=preferred_availability_zones,
            preferred_cache_cluster_azs=preferred_cache_cluster_azs,
            preferred_outpost_arn=preferred_outpost_arn,
            replicas_per_node_group=replicas_per_node_group,
            replication_group_id=replication_group_id,
            security_group_description=security_group_description,
            security_group_ids=security_group_ids,
            security_group_name=security_group_name,
            security_group_names=security_group_names,
            security_group_rules=security_group_rules,
            security_group_tags=security_group_tags,
            security_group_use_name_prefix=security_group_use_name_prefix,
            snapshot_arns=snapshot_arns,
            snapshot_name=snapshot_name,
            snapshot_retention_limit=snapshot_retention_limit,
            snapshot_window=snapshot_window,
            subnet_group_description=subnet_group_description,
            subnet_group_name=subnet_group_name,
            subnet_ids=subnet_ids,
            tags=tags,
            timeouts=timeouts,
            transit_encryption_enabled=transit_encryption_enabled,
            transit_encryption_mode=transit_encryption_mode,
            user_group_ids=user_group_ids,
            vpc_id=vpc_id,
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
    @jsii.member(jsii_name="cloudwatchLogGroupArnOutput")
    def cloudwatch_log_group_arn_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "cloudwatchLogGroupArnOutput"))

    @builtins.property
    @jsii.member(jsii_name="cloudwatchLogGroupNameOutput")
    def cloudwatch_log_group_name_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "cloudwatchLogGroupNameOutput"))

    @builtins.property
    @jsii.member(jsii_name="cloudwatchLogGroupsOutput")
    def cloudwatch_log_groups_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "cloudwatchLogGroupsOutput"))

    @builtins.property
    @jsii.member(jsii_name="clusterAddressOutput")
    def cluster_address_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "clusterAddressOutput"))

    @builtins.property
    @jsii.member(jsii_name="clusterArnOutput")
    def cluster_arn_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "clusterArnOutput"))

    @builtins.property
    @jsii.member(jsii_name="clusterCacheNodesOutput")
    def cluster_cache_nodes_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "clusterCacheNodesOutput"))

    @builtins.property
    @jsii.member(jsii_name="clusterConfigurationEndpointOutput")
    def cluster_configuration_endpoint_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "clusterConfigurationEndpointOutput"))

    @builtins.property
    @jsii.member(jsii_name="clusterEngineVersionActualOutput")
    def cluster_engine_version_actual_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "clusterEngineVersionActualOutput"))

    @builtins.property
    @jsii.member(jsii_name="globalReplicationGroupArnOutput")
    def global_replication_group_arn_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "globalReplicationGroupArnOutput"))

    @builtins.property
    @jsii.member(jsii_name="globalReplicationGroupEngineVersionActualOutput")
    def global_replication_group_engine_version_actual_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "globalReplicationGroupEngineVersionActualOutput"))

    @builtins.property
    @jsii.member(jsii_name="globalReplicationGroupIdOutput")
    def global_replication_group_id_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "globalReplicationGroupIdOutput"))

    @builtins.property
    @jsii.member(jsii_name="globalReplicationGroupNodeGroupsOutput")
    def global_replication_group_node_groups_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "globalReplicationGroupNodeGroupsOutput"))

    @builtins.property
    @jsii.member(jsii_name="parameterGroupArnOutput")
    def parameter_group_arn_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "parameterGroupArnOutput"))

    @builtins.property
    @jsii.member(jsii_name="parameterGroupIdOutput")
    def parameter_group_id_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "parameterGroupIdOutput"))

    @builtins.property
    @jsii.member(jsii_name="replicationGroupArnOutput")
    def replication_group_arn_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "replicationGroupArnOutput"))

    @builtins.property
    @jsii.member(jsii_name="replicationGroupConfigurationEndpointAddressOutput")
    def replication_group_configuration_endpoint_address_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "replicationGroupConfigurationEndpointAddressOutput"))

    @builtins.property
    @jsii.member(jsii_name="replicationGroupEngineVersionActualOutput")
    def replication_group_engine_version_actual_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "replicationGroupEngineVersionActualOutput"))

    @builtins.property
    @jsii.member(jsii_name="replicationGroupIdOutput")
    def replication_group_id_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "replicationGroupIdOutput"))

    @builtins.property
    @jsii.member(jsii_name="replicationGroupMemberClustersOutput")
    def replication_group_member_clusters_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "replicationGroupMemberClustersOutput"))

    @builtins.property
    @jsii.member(jsii_name="replicationGroupPortOutput")
    def replication_group_port_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "replicationGroupPortOutput"))

    @builtins.property
    @jsii.member(jsii_name="replicationGroupPrimaryEndpointAddressOutput")
    def replication_group_primary_endpoint_address_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "replicationGroupPrimaryEndpointAddressOutput"))

    @builtins.property
    @jsii.member(jsii_name="replicationGroupReaderEndpointAddressOutput")
    def replication_group_reader_endpoint_address_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "replicationGroupReaderEndpointAddressOutput"))

    @builtins.property
    @jsii.member(jsii_name="securityGroupArnOutput")
    def security_group_arn_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "securityGroupArnOutput"))

    @builtins.property
    @jsii.member(jsii_name="securityGroupIdOutput")
    def security_group_id_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "securityGroupIdOutput"))

    @builtins.property
    @jsii.member(jsii_name="subnetGroupNameOutput")
    def subnet_group_name_output(self) -> builtins.str:
        return typing.cast(builtins.str, jsii.get(self, "subnetGroupNameOutput"))

    @builtins.property
    @jsii.member(jsii_name="logDeliveryConfiguration")
    def log_delivery_configuration(self) -> typing.Any:
        return typing.cast(typing.Any, jsii.get(self, "logDeliveryConfiguration"))

    @log_delivery_configuration.setter
    def log_delivery_configuration(self, value: typing.Any) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__08e702f8c41564ecc0c4f8ce5b03c7ec3d1d21a1d990e4dcd280b9f69ebc9604)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "logDeliveryConfiguration", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="securityGroupRules")
    def security_group_rules(self) -> typing.Any:
        return typing.cast(typing.Any, jsii.get(self, "securityGroupRules"))

    @security_group_rules.setter
    def security_group_rules(self, value: typing.Any) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__5f856c64508608a67975f00f263cc803ac125508a32c2473c0d2682d58e58e8d)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "securityGroupRules", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="applyImmediately")
    def apply_immediately(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "applyImmediately"))

    @apply_immediately.setter
    def apply_immediately(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__f6d0c8a5641e7abef9d28e1dcaed34564975a040729e79e134548bdf7fae51eb)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "applyImmediately", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="atRestEncryptionEnabled")
    def at_rest_encryption_enabled(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "atRestEncryptionEnabled"))

    @at_rest_encryption_enabled.setter
    def at_rest_encryption_enabled(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__b292c0c91003e202f4e471be9bfc940762b8bdb25c2e4320df6b15865062d479)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "atRestEncryptionEnabled", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="authToken")
    def auth_token(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "authToken"))

    @auth_token.setter
    def auth_token(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__330bfe6ff4c7cb566a59e0ed37c1d2d1ea33cc8bc768be2cfbe38ca2e268f264)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "authToken", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="authTokenUpdateStrategy")
    def auth_token_update_strategy(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "authTokenUpdateStrategy"))

    @auth_token_update_strategy.setter
    def auth_token_update_strategy(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__72b946fc315397823531859e3729442524f7aba7cfdd9fe22e0595fd79b9a8bd)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "authTokenUpdateStrategy", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="automaticFailoverEnabled")
    def automatic_failover_enabled(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "automaticFailoverEnabled"))

    @automatic_failover_enabled.setter
    def automatic_failover_enabled(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__ff06ff825eccc047218c5b8458bbaf05b86dfc6b4c75285ed682700d28a0decc)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "automaticFailoverEnabled", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="autoMinorVersionUpgrade")
    def auto_minor_version_upgrade(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "autoMinorVersionUpgrade"))

    @auto_minor_version_upgrade.setter
    def auto_minor_version_upgrade(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__84ddb43d8467e7bd6b563675815e39539206548b173d8c71c55cd01f2f93c356)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "autoMinorVersionUpgrade", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="availabilityZone")
    def availability_zone(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "availabilityZone"))

    @availability_zone.setter
    def availability_zone(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__383e80a38ca9454c00ad7872494cb330016aa3b272c541c07cc3da77c67ed20d)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "availabilityZone", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="azMode")
    def az_mode(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "azMode"))

    @az_mode.setter
    def az_mode(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__f6a903b8129d225448968d219174359d90f5aedf8bf310820047b66abf4204f6)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "azMode", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="clusterId")
    def cluster_id(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "clusterId"))

    @cluster_id.setter
    def cluster_id(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__010b115468d6236bc7c5ae74bd168e118bebac309597de43c4e22d6803b7b730)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "clusterId", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="clusterMode")
    def cluster_mode(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "clusterMode"))

    @cluster_mode.setter
    def cluster_mode(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__25390c294ace67e7588a4366624c9886fdc972e710ca8165ab506463049704d9)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "clusterMode", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="clusterModeEnabled")
    def cluster_mode_enabled(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "clusterModeEnabled"))

    @cluster_mode_enabled.setter
    def cluster_mode_enabled(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__df07a884009a5530c1bbe24bb6a10f5f5ef2c8cdf68eda2d291a8b9e845bd4e3)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "clusterModeEnabled", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="create")
    def create(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "create"))

    @create.setter
    def create(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__9d564ba54dea9572c577c0a074a3461c315f3120831881450d0b7062d9597d35)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "create", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="createCluster")
    def create_cluster(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "createCluster"))

    @create_cluster.setter
    def create_cluster(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__00fba783a238bd6a6fb581330550c7bb6fd93f0819f82c0b98ac702457f83d34)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "createCluster", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="createParameterGroup")
    def create_parameter_group(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "createParameterGroup"))

    @create_parameter_group.setter
    def create_parameter_group(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__a55c7882d4f80abd916fd135b8e43c96cd3ca0878ef45890520b690cb418c4c9)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "createParameterGroup", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="createPrimaryGlobalReplicationGroup")
    def create_primary_global_replication_group(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "createPrimaryGlobalReplicationGroup"))

    @create_primary_global_replication_group.setter
    def create_primary_global_replication_group(
        self,
        value: typing.Optional[builtins.bool],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__a57ed3b51fdb2c387d97c0777af3c867ddf736658a06572d62aff60378e9a1db)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "createPrimaryGlobalReplicationGroup", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="createReplicationGroup")
    def create_replication_group(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "createReplicationGroup"))

    @create_replication_group.setter
    def create_replication_group(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__75c5b6b359a53ed1da75579e6d6686fc8a4d3f38161f466f22f7489b904bcef7)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "createReplicationGroup", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="createSecondaryGlobalReplicationGroup")
    def create_secondary_global_replication_group(
        self,
    ) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "createSecondaryGlobalReplicationGroup"))

    @create_secondary_global_replication_group.setter
    def create_secondary_global_replication_group(
        self,
        value: typing.Optional[builtins.bool],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__d037d4a1ab5250c4980d686f7e717e40fc7f004c284ecd666c684314b3e0daa1)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "createSecondaryGlobalReplicationGroup", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="createSecurityGroup")
    def create_security_group(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "createSecurityGroup"))

    @create_security_group.setter
    def create_security_group(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__6b158a831afd57cc9b6509ed755dd464450c81306dfe0b2207008a5d5df63167)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "createSecurityGroup", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="createSubnetGroup")
    def create_subnet_group(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "createSubnetGroup"))

    @create_subnet_group.setter
    def create_subnet_group(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__8e2e6ed12ce077c74992e120eff657605f28591932cb6340cfbc2ae2e0f29ded)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "createSubnetGroup", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="dataTieringEnabled")
    def data_tiering_enabled(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "dataTieringEnabled"))

    @data_tiering_enabled.setter
    def data_tiering_enabled(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__565555941e5dbb4c2d82b75245e30c0303f609e1e4ef2cc136a4eb240b01cc37)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "dataTieringEnabled", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="description")
    def description(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "description"))

    @description.setter
    def description(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__e0ff228d0f30e27560b97b4721109dc7bcc9535bc5509029ac152d9949a3591a)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "description", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="engine")
    def engine(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "engine"))

    @engine.setter
    def engine(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__40111c57a855bd01663d2557dae6c08c594bb8dc5c005ea80c4fe95474a7f855)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "engine", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="engineVersion")
    def engine_version(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "engineVersion"))

    @engine_version.setter
    def engine_version(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__f82e8f830bdc545a852ef8ea8f339d8cdea0047b474037bf1fdf54c3560035ae)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "engineVersion", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="finalSnapshotIdentifier")
    def final_snapshot_identifier(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "finalSnapshotIdentifier"))

    @final_snapshot_identifier.setter
    def final_snapshot_identifier(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__750601c4a7d85244e5de5d994d0f8b86397696e459fb6bf6e1f98799b7180e08)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "finalSnapshotIdentifier", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="globalReplicationGroupId")
    def global_replication_group_id(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "globalReplicationGroupId"))

    @global_replication_group_id.setter
    def global_replication_group_id(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__0043c0b5be7a83f037a070aa626a242557c10d1a24e161800043d989297ad95a)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "globalReplicationGroupId", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="globalReplicationGroupIdSuffix")
    def global_replication_group_id_suffix(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "globalReplicationGroupIdSuffix"))

    @global_replication_group_id_suffix.setter
    def global_replication_group_id_suffix(
        self,
        value: typing.Optional[builtins.str],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__c2a8c06355ff482ed9a9da20878bab0d72b14ba56b769af43cccad75c66c7534)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "globalReplicationGroupIdSuffix", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="ipDiscovery")
    def ip_discovery(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "ipDiscovery"))

    @ip_discovery.setter
    def ip_discovery(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__b9e5ce2af0517a0d99045b420f207faa583e385785cfda7e88cf0372af81b561)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "ipDiscovery", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="kmsKeyArn")
    def kms_key_arn(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "kmsKeyArn"))

    @kms_key_arn.setter
    def kms_key_arn(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__5803646687d6b8ed46103f8013f3f3b074b0eb94dc3c37ddf3f581fbad8ddc4b)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "kmsKeyArn", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="maintenanceWindow")
    def maintenance_window(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "maintenanceWindow"))

    @maintenance_window.setter
    def maintenance_window(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__234e00a8ee630aeecee33a9446ad3d7eabd6e6742747b9f41245e082ef6d4473)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "maintenanceWindow", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="multiAzEnabled")
    def multi_az_enabled(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "multiAzEnabled"))

    @multi_az_enabled.setter
    def multi_az_enabled(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__148258e5e3522bd904ecca6bf1d545e1f13dd83456f0739c02bd6f273325cb3a)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "multiAzEnabled", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="networkType")
    def network_type(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "networkType"))

    @network_type.setter
    def network_type(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__a2ca245ff917c6cad583fc040470e1cf17ed117b22365a55467ce3b9e59f74f8)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "networkType", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="nodeType")
    def node_type(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "nodeType"))

    @node_type.setter
    def node_type(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__bcbdc3761630d1e431f68d92ee785cb081c517f1d9ffee91a25736f33745df1d)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "nodeType", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="notificationTopicArn")
    def notification_topic_arn(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "notificationTopicArn"))

    @notification_topic_arn.setter
    def notification_topic_arn(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__ba6bf705d5b086fc6cd3e5ad29b3cab4a0dce0baea0f0bb742c7bb12582f8baa)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "notificationTopicArn", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="numCacheClusters")
    def num_cache_clusters(self) -> typing.Optional[jsii.Number]:
        return typing.cast(typing.Optional[jsii.Number], jsii.get(self, "numCacheClusters"))

    @num_cache_clusters.setter
    def num_cache_clusters(self, value: typing.Optional[jsii.Number]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__e8a25401d030d766da9b5fa166f2b5863c20da6b31f5d03d4e788e70f11f2968)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "numCacheClusters", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="numCacheNodes")
    def num_cache_nodes(self) -> typing.Optional[jsii.Number]:
        return typing.cast(typing.Optional[jsii.Number], jsii.get(self, "numCacheNodes"))

    @num_cache_nodes.setter
    def num_cache_nodes(self, value: typing.Optional[jsii.Number]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__096f148948f85f9f90ae6fb6599a7c0b72651514a7b7a8636c7edcfc46117481)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "numCacheNodes", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="numNodeGroups")
    def num_node_groups(self) -> typing.Optional[jsii.Number]:
        return typing.cast(typing.Optional[jsii.Number], jsii.get(self, "numNodeGroups"))

    @num_node_groups.setter
    def num_node_groups(self, value: typing.Optional[jsii.Number]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__2dfe55909f2d4d8741f65071452cacce603006942aa22169ec609bb06dacef8e)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "numNodeGroups", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="outpostMode")
    def outpost_mode(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "outpostMode"))

    @outpost_mode.setter
    def outpost_mode(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__234c6cad9a75360da7c326486442f9b9fc69e3d8d238704cbf5db557c0a4558e)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "outpostMode", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="parameterGroupDescription")
    def parameter_group_description(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "parameterGroupDescription"))

    @parameter_group_description.setter
    def parameter_group_description(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__9b235c069dab06855ac3697885198de965e3c6a462a5f370252652578479fdc8)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "parameterGroupDescription", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="parameterGroupFamily")
    def parameter_group_family(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "parameterGroupFamily"))

    @parameter_group_family.setter
    def parameter_group_family(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__1f9ed45a2b0da260926646ba14271aaf7d3a9a05f67c57e729aa555622f586d6)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "parameterGroupFamily", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="parameterGroupName")
    def parameter_group_name(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "parameterGroupName"))

    @parameter_group_name.setter
    def parameter_group_name(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__deb3fa81ed7b6864bc00f965034063ee1839b26236f1b2933a24b421c1938360)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "parameterGroupName", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="parameters")
    def parameters(
        self,
    ) -> typing.Optional[typing.List[typing.Mapping[builtins.str, builtins.str]]]:
        return typing.cast(typing.Optional[typing.List[typing.Mapping[builtins.str, builtins.str]]], jsii.get(self, "parameters"))

    @parameters.setter
    def parameters(
        self,
        value: typing.Optional[typing.List[typing.Mapping[builtins.str, builtins.str]]],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__f9344f097ecf8179af7c789adcb87b58a9d87d80ffb39e0dbd4aa18de3ea888d)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "parameters", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="port")
    def port(self) -> typing.Optional[jsii.Number]:
        return typing.cast(typing.Optional[jsii.Number], jsii.get(self, "port"))

    @port.setter
    def port(self, value: typing.Optional[jsii.Number]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__24a520c644e96c863a94530091e489b4bc4ad1bee8d3dfd171a9c6344adbf6cc)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "port", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="preferredAvailabilityZones")
    def preferred_availability_zones(
        self,
    ) -> typing.Optional[typing.List[builtins.str]]:
        return typing.cast(typing.Optional[typing.List[builtins.str]], jsii.get(self, "preferredAvailabilityZones"))

    @preferred_availability_zones.setter
    def preferred_availability_zones(
        self,
        value: typing.Optional[typing.List[builtins.str]],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__f30dfa1a8f8dbebdf90d28e940d0c967b8ec4473541a1d3343ba8949ec4902ba)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "preferredAvailabilityZones", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="preferredCacheClusterAzs")
    def preferred_cache_cluster_azs(self) -> typing.Optional[typing.List[builtins.str]]:
        return typing.cast(typing.Optional[typing.List[builtins.str]], jsii.get(self, "preferredCacheClusterAzs"))

    @preferred_cache_cluster_azs.setter
    def preferred_cache_cluster_azs(
        self,
        value: typing.Optional[typing.List[builtins.str]],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__57163f962df9632267ce4b1e43ece4eb4aac7ca0bcea78f21c87a0bccad9cece)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "preferredCacheClusterAzs", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="preferredOutpostArn")
    def preferred_outpost_arn(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "preferredOutpostArn"))

    @preferred_outpost_arn.setter
    def preferred_outpost_arn(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__5b79bbdef2a1d1aea72bc4a7c617af4b10da495c954052676a142e60bf0cafe0)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "preferredOutpostArn", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="replicasPerNodeGroup")
    def replicas_per_node_group(self) -> typing.Optional[jsii.Number]:
        return typing.cast(typing.Optional[jsii.Number], jsii.get(self, "replicasPerNodeGroup"))

    @replicas_per_node_group.setter
    def replicas_per_node_group(self, value: typing.Optional[jsii.Number]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__26def1e3c6f2fe8c5082fef550a1156f4b11b689bdaa75db52597c5fba603b45)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "replicasPerNodeGroup", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="replicationGroupId")
    def replication_group_id(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "replicationGroupId"))

    @replication_group_id.setter
    def replication_group_id(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__bf693d8320f5b330de9c0c31de9b2aea1aa6379fdad9bfa18943b40fa3fdc525)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "replicationGroupId", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="securityGroupDescription")
    def security_group_description(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "securityGroupDescription"))

    @security_group_description.setter
    def security_group_description(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__6bbd5f1b9771df90c7c0500e499b0831b649e1ab4d7c3458a6d1f33e03884e47)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "securityGroupDescription", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="securityGroupIds")
    def security_group_ids(self) -> typing.Optional[typing.List[builtins.str]]:
        return typing.cast(typing.Optional[typing.List[builtins.str]], jsii.get(self, "securityGroupIds"))

    @security_group_ids.setter
    def security_group_ids(
        self,
        value: typing.Optional[typing.List[builtins.str]],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__9bea95fe71d7f069e46e93bbebe2edbbfa881b222c3c8d35a18a657b2853a4e1)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "securityGroupIds", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="securityGroupName")
    def security_group_name(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "securityGroupName"))

    @security_group_name.setter
    def security_group_name(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__728a82259343725a35b187b64183a0a54b014f0965166eafd81eb5b519928de3)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "securityGroupName", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="securityGroupNames")
    def security_group_names(self) -> typing.Optional[typing.List[builtins.str]]:
        return typing.cast(typing.Optional[typing.List[builtins.str]], jsii.get(self, "securityGroupNames"))

    @security_group_names.setter
    def security_group_names(
        self,
        value: typing.Optional[typing.List[builtins.str]],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__9a11da706c511611ca4fee9e8331f6706f63c6ae8ece6a875ce1e02ae99d6fe0)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "securityGroupNames", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="securityGroupTags")
    def security_group_tags(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], jsii.get(self, "securityGroupTags"))

    @security_group_tags.setter
    def security_group_tags(
        self,
        value: typing.Optional[typing.Mapping[builtins.str, builtins.str]],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__60e662b731ff65579833c9b9c33fab6e7f7b231e838da0bfd9e6027aa9ab8de6)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "securityGroupTags", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="securityGroupUseNamePrefix")
    def security_group_use_name_prefix(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "securityGroupUseNamePrefix"))

    @security_group_use_name_prefix.setter
    def security_group_use_name_prefix(
        self,
        value: typing.Optional[builtins.bool],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__213e8b8fef4ba266b08585fa866ba70b4d215b645cfe86b55daf8f22af1e1fb8)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "securityGroupUseNamePrefix", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="snapshotArns")
    def snapshot_arns(self) -> typing.Optional[typing.List[builtins.str]]:
        return typing.cast(typing.Optional[typing.List[builtins.str]], jsii.get(self, "snapshotArns"))

    @snapshot_arns.setter
    def snapshot_arns(self, value: typing.Optional[typing.List[builtins.str]]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__80ccc20f88e5c1422d43f54c3683ea7e5efcf624efa8e7165588c036e6083845)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "snapshotArns", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="snapshotName")
    def snapshot_name(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "snapshotName"))

    @snapshot_name.setter
    def snapshot_name(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__c92c6eb79472be6ff3712da97e7063637b886d01a658a5c7ed9158e1c7901b52)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "snapshotName", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="snapshotRetentionLimit")
    def snapshot_retention_limit(self) -> typing.Optional[jsii.Number]:
        return typing.cast(typing.Optional[jsii.Number], jsii.get(self, "snapshotRetentionLimit"))

    @snapshot_retention_limit.setter
    def snapshot_retention_limit(self, value: typing.Optional[jsii.Number]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__0be7f33c72a826042214a60b16abfc97b2d55599baf529b27106e27b9a0ab138)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "snapshotRetentionLimit", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="snapshotWindow")
    def snapshot_window(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "snapshotWindow"))

    @snapshot_window.setter
    def snapshot_window(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__a3292a16741780f4594848ab5aeecb1c5d6fc38a1cffd4b97950bbc6860afa7b)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "snapshotWindow", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="subnetGroupDescription")
    def subnet_group_description(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "subnetGroupDescription"))

    @subnet_group_description.setter
    def subnet_group_description(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__c50a83b2a1ec1ceaf84ed28935ce67dc98fd4af53c6db52c9306ed7520b09bd4)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "subnetGroupDescription", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="subnetGroupName")
    def subnet_group_name(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "subnetGroupName"))

    @subnet_group_name.setter
    def subnet_group_name(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__439b9f2fe22b3b7371a2f3b1a3e847f0ba957feb075bc972bf9d70ecbc5a71ab)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "subnetGroupName", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="subnetIds")
    def subnet_ids(self) -> typing.Optional[typing.List[builtins.str]]:
        return typing.cast(typing.Optional[typing.List[builtins.str]], jsii.get(self, "subnetIds"))

    @subnet_ids.setter
    def subnet_ids(self, value: typing.Optional[typing.List[builtins.str]]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__5d2f36be5692839282e5e0d6609ee86ee3ddd331d1cdc52a550016caf09464bd)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "subnetIds", value) # pyright: ignore[reportArgumentType]

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
            type_hints = typing.get_type_hints(_typecheckingstub__2d1453dfe51de0fbff06bf9febc36ca5c9bdcdb9a3e9ef2044014730ae8f1d99)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "tags", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="timeouts")
    def timeouts(self) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], jsii.get(self, "timeouts"))

    @timeouts.setter
    def timeouts(
        self,
        value: typing.Optional[typing.Mapping[builtins.str, builtins.str]],
    ) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__4cb0fb0ef37339efd82b796c193c89def6da16e70e779107d88b28eaae4f9ead)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "timeouts", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="transitEncryptionEnabled")
    def transit_encryption_enabled(self) -> typing.Optional[builtins.bool]:
        return typing.cast(typing.Optional[builtins.bool], jsii.get(self, "transitEncryptionEnabled"))

    @transit_encryption_enabled.setter
    def transit_encryption_enabled(self, value: typing.Optional[builtins.bool]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__64be432f339aefbb839bff857946a7531382b70f4f0469bcb3793a217b615e5d)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "transitEncryptionEnabled", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="transitEncryptionMode")
    def transit_encryption_mode(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "transitEncryptionMode"))

    @transit_encryption_mode.setter
    def transit_encryption_mode(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__f37f88ee2de45b72f7fbea9d87c089a33c95ad2462b0725ebc86257f0fd8f355)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "transitEncryptionMode", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="userGroupIds")
    def user_group_ids(self) -> typing.Optional[typing.List[builtins.str]]:
        return typing.cast(typing.Optional[typing.List[builtins.str]], jsii.get(self, "userGroupIds"))

    @user_group_ids.setter
    def user_group_ids(self, value: typing.Optional[typing.List[builtins.str]]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__0a5317a2ca1e9bad2613538c02011048dd0881de4a66f1504a70c5920594a19a)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "userGroupIds", value) # pyright: ignore[reportArgumentType]

    @builtins.property
    @jsii.member(jsii_name="vpcId")
    def vpc_id(self) -> typing.Optional[builtins.str]:
        return typing.cast(typing.Optional[builtins.str], jsii.get(self, "vpcId"))

    @vpc_id.setter
    def vpc_id(self, value: typing.Optional[builtins.str]) -> None:
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__eeaeeecbba4163b1bce5b5d0e46229ad4e16718459170c76de56b8a09739630b)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        jsii.set(self, "vpcId", value) # pyright: ignore[reportArgumentType]


@jsii.data_type(
    jsii_type="elasticache.ElasticacheConfig",
    jsii_struct_bases=[_cdktf_9a9027ec.TerraformModuleUserConfig],
    name_mapping={
        "depends_on": "dependsOn",
        "for_each": "forEach",
        "providers": "providers",
        "skip_asset_creation_from_local_modules": "skipAssetCreationFromLocalModules",
        "apply_immediately": "applyImmediately",
        "at_rest_encryption_enabled": "atRestEncryptionEnabled",
        "auth_token": "authToken",
        "auth_token_update_strategy": "authTokenUpdateStrategy",
        "automatic_failover_enabled": "automaticFailoverEnabled",
        "auto_minor_version_upgrade": "autoMinorVersionUpgrade",
        "availability_zone": "availabilityZone",
        "az_mode": "azMode",
        "cluster_id": "clusterId",
        "cluster_mode": "clusterMode",
        "cluster_mode_enabled": "clusterModeEnabled",
        "create": "create",
        "create_cluster": "createCluster",
        "create_parameter_group": "createParameterGroup",
        "create_primary_global_replication_group": "createPrimaryGlobalReplicationGroup",
        "create_replication_group": "createReplicationGroup",
        "create_secondary_global_replication_group": "createSecondaryGlobalReplicationGroup",
        "create_security_group": "createSecurityGroup",
        "create_subnet_group": "createSubnetGroup",
        "data_tiering_enabled": "dataTieringEnabled",
        "description": "description",
        "engine": "engine",
        "engine_version": "engineVersion",
        "final_snapshot_identifier": "finalSnapshotIdentifier",
        "global_replication_group_id": "globalReplicationGroupId",
        "global_replication_group_id_suffix": "globalReplicationGroupIdSuffix",
        "ip_discovery": "ipDiscovery",
        "kms_key_arn": "kmsKeyArn",
        "log_delivery_configuration": "logDeliveryConfiguration",
        "maintenance_window": "maintenanceWindow",
        "multi_az_enabled": "multiAzEnabled",
        "network_type": "networkType",
        "node_type": "nodeType",
        "notification_topic_arn": "notificationTopicArn",
        "num_cache_clusters": "numCacheClusters",
        "num_cache_nodes": "numCacheNodes",
        "num_node_groups": "numNodeGroups",
        "outpost_mode": "outpostMode",
        "parameter_group_description": "parameterGroupDescription",
        "parameter_group_family": "parameterGroupFamily",
        "parameter_group_name": "parameterGroupName",
        "parameters": "parameters",
        "port": "port",
        "preferred_availability_zones": "preferredAvailabilityZones",
        "preferred_cache_cluster_azs": "preferredCacheClusterAzs",
        "preferred_outpost_arn": "preferredOutpostArn",
        "replicas_per_node_group": "replicasPerNodeGroup",
        "replication_group_id": "replicationGroupId",
        "security_group_description": "securityGroupDescription",
        "security_group_ids": "securityGroupIds",
        "security_group_name": "securityGroupName",
        "security_group_names": "securityGroupNames",
        "security_group_rules": "securityGroupRules",
        "security_group_tags": "securityGroupTags",
        "security_group_use_name_prefix": "securityGroupUseNamePrefix",
        "snapshot_arns": "snapshotArns",
        "snapshot_name": "snapshotName",
        "snapshot_retention_limit": "snapshotRetentionLimit",
        "snapshot_window": "snapshotWindow",
        "subnet_group_description": "subnetGroupDescription",
        "subnet_group_name": "subnetGroupName",
        "subnet_ids": "subnetIds",
        "tags": "tags",
        "timeouts": "timeouts",
        "transit_encryption_enabled": "transitEncryptionEnabled",
        "transit_encryption_mode": "transitEncryptionMode",
        "user_group_ids": "userGroupIds",
        "vpc_id": "vpcId",
    },
)
class ElasticacheConfig(_cdktf_9a9027ec.TerraformModuleUserConfig):
    def __init__(
        self,
        *,
        depends_on: typing.Optional[typing.Sequence[_cdktf_9a9027ec.ITerraformDependable]] = None,
        for_each: typing.Optional[_cdktf_9a9027ec.ITerraformIterator] = None,
        providers: typing.Optional[typing.Sequence[typing.Union[_cdktf_9a9027ec.TerraformProvider, typing.Union[_cdktf_9a9027ec.TerraformModuleProvider, typing.Dict[builtins.str, typing.Any]]]]] = None,
        skip_asset_creation_from_local_modules: typing.Optional[builtins.bool] = None,
        apply_immediately: typing.Optional[builtins.bool] = None,
        at_rest_encryption_enabled: typing.Optional[builtins.bool] = None,
        auth_token: typing.Optional[builtins.str] = None,
        auth_token_update_strategy: typing.Optional[builtins.str] = None,
        automatic_failover_enabled: typing.Optional[builtins.bool] = None,
        auto_minor_version_upgrade: typing.Optional[builtins.bool] = None,
        availability_zone: typing.Optional[builtins.str] = None,
        az_mode: typing.Optional[builtins.str] = None,
        cluster_id: typing.Optional[builtins.str] = None,
        cluster_mode: typing.Optional[builtins.str] = None,
        cluster_mode_enabled: typing.Optional[builtins.bool] = None,
        create: typing.Optional[builtins.bool] = None,
        create_cluster: typing.Optional[builtins.bool] = None,
        create_parameter_group: typing.Optional[builtins.bool] = None,
        create_primary_global_replication_group: typing.Optional[builtins.bool] = None,
        create_replication_group: typing.Optional[builtins.bool] = None,
        create_secondary_global_replication_group: typing.Optional[builtins.bool] = None,
        create_security_group: typing.Optional[builtins.bool] = None,
        create_subnet_group: typing.Optional[builtins.bool] = None,
        data_tiering_enabled: typing.Optional[builtins.bool] = None,
        description: typing.Optional[builtins.str] = None,
        engine: typing.Optional[builtins.str] = None,
        engine_version: typing.Optional[builtins.str] = None,
        final_snapshot_identifier: typing.Optional[builtins.str] = None,
        global_replication_group_id: typing.Optional[builtins.str] = None,
        global_replication_group_id_suffix: typing.Optional[builtins.str] = None,
        ip_discovery: typing.Optional[builtins.str] = None,
        kms_key_arn: typing.Optional[builtins.str] = None,
        log_delivery_configuration: typing.Any = None,
        maintenance_window: typing.Optional[builtins.str] = None,
        multi_az_enabled: typing.Optional[builtins.bool] = None,
        network_type: typing.Optional[builtins.str] = None,
        node_type: typing.Optional[builtins.str] = None,
        notification_topic_arn: typing.Optional[builtins.str] = None,
        num_cache_clusters: typing.Optional[jsii.Number] = None,
        num_cache_nodes: typing.Optional[jsii.Number] = None,
        num_node_groups: typing.Optional[jsii.Number] = None,
        outpost_mode: typing.Optional[builtins.str] = None,
        parameter_group_description: typing.Optional[builtins.str] = None,
        parameter_group_family: typing.Optional[builtins.str] = None,
        parameter_group_name: typing.Optional[builtins.str] = None,
        parameters: typing.Optional[typing.Sequence[typing.Mapping[builtins.str, builtins.str]]] = None,
        port: typing.Optional[jsii.Number] = None,
        preferred_availability_zones: typing.Optional[typing.Sequence[builtins.str]] = None,
        preferred_cache_cluster_azs: typing.Optional[typing.Sequence[builtins.str]] = None,
        preferred_outpost_arn: typing.Optional[builtins.str] = None,
        replicas_per_node_group: typing.Optional[jsii.Number] = None,
        replication_group_id: typing.Optional[builtins.str] = None,
        security_group_description: typing.Optional[builtins.str] = None,
        security_group_ids: typing.Optional[typing.Sequence[builtins.str]] = None,
        security_group_name: typing.Optional[builtins.str] = None,
        security_group_names: typing.Optional[typing.Sequence[builtins.str]] = None,
        security_group_rules: typing.Any = None,
        security_group_tags: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
        security_group_use_name_prefix: typing.Optional[builtins.bool] = None,
        snapshot_arns: typing.Optional[typing.Sequence[builtins.str]] = None,
        snapshot_name: typing.Optional[builtins.str] = None,
        snapshot_retention_limit: typing.Optional[jsii.Number] = None,
        snapshot_window: typing.Optional[builtins.str] = None,
        subnet_group_description: typing.Optional[builtins.str] = None,
        subnet_group_name: typing.Optional[builtins.str] = None,
        subnet_ids: typing.Optional[typing.Sequence[builtins.str]] = None,
        tags: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
        timeouts: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
        transit_encryption_enabled: typing.Optional[builtins.bool] = None,
        transit_encryption_mode: typing.Optional[builtins.str] = None,
        user_group_ids: typing.Optional[typing.Sequence[builtins.str]] = None,
        vpc_id: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param depends_on: 
        :param for_each: 
        :param providers: 
        :param skip_asset_creation_from_local_modules: 
        :param apply_immediately: -
        :param at_rest_encryption_enabled: true.
        :param auth_token: -
        :param auth_token_update_strategy: -
        :param automatic_failover_enabled: -
        :param auto_minor_version_upgrade: -
        :param availability_zone: -
        :param az_mode: -
        :param cluster_id: -
        :param cluster_mode: -
        :param cluster_mode_enabled: -
        :param create: true.
        :param create_cluster: -
        :param create_parameter_group: -
        :param create_primary_global_replication_group: -
        :param create_replication_group: true.
        :param create_secondary_global_replication_group: -
        :param create_security_group: true.
        :param create_subnet_group: true.
        :param data_tiering_enabled: -
        :param description: -
        :param engine: redis.
        :param engine_version: -
        :param final_snapshot_identifier: -
        :param global_replication_group_id: -
        :param global_replication_group_id_suffix: -
        :param ip_discovery: -
        :param kms_key_arn: -
        :param log_delivery_configuration: -
        :param maintenance_window: -
        :param multi_az_enabled: -
        :param network_type: -
        :param node_type: -
        :param notification_topic_arn: -
        :param num_cache_clusters: -
        :param num_cache_nodes: 1.
        :param num_node_groups: -
        :param outpost_mode: -
        :param parameter_group_description: -
        :param parameter_group_family: -
        :param parameter_group_name: -
        :param parameters: The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.
        :param port: -
        :param preferred_availability_zones: -
        :param preferred_cache_cluster_azs: -
        :param preferred_outpost_arn: -
        :param replicas_per_node_group: -
        :param replication_group_id: -
        :param security_group_description: -
        :param security_group_ids: -
        :param security_group_name: -
        :param security_group_names: -
        :param security_group_rules: -
        :param security_group_tags: The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.
        :param security_group_use_name_prefix: true.
        :param snapshot_arns: -
        :param snapshot_name: -
        :param snapshot_retention_limit: -
        :param snapshot_window: -
        :param subnet_group_description: -
        :param subnet_group_name: -
        :param subnet_ids: -
        :param tags: The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.
        :param timeouts: The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.
        :param transit_encryption_enabled: true.
        :param transit_encryption_mode: -
        :param user_group_ids: -
        :param vpc_id: -
        '''
        if __debug__:
            type_hints = typing.get_type_hints(_typecheckingstub__dcc06a11df41c7a3030ff4c66dbe60ff65a28fc2842266f63338180338232962)
            check_type(argname="argument depends_on", value=depends_on, expected_type=type_hints["depends_on"])
            check_type(argname="argument for_each", value=for_each, expected_type=type_hints["for_each"])
            check_type(argname="argument providers", value=providers, expected_type=type_hints["providers"])
            check_type(argname="argument skip_asset_creation_from_local_modules", value=skip_asset_creation_from_local_modules, expected_type=type_hints["skip_asset_creation_from_local_modules"])
            check_type(argname="argument apply_immediately", value=apply_immediately, expected_type=type_hints["apply_immediately"])
            check_type(argname="argument at_rest_encryption_enabled", value=at_rest_encryption_enabled, expected_type=type_hints["at_rest_encryption_enabled"])
            check_type(argname="argument auth_token", value=auth_token, expected_type=type_hints["auth_token"])
            check_type(argname="argument auth_token_update_strategy", value=auth_token_update_strategy, expected_type=type_hints["auth_token_update_strategy"])
            check_type(argname="argument automatic_failover_enabled", value=automatic_failover_enabled, expected_type=type_hints["automatic_failover_enabled"])
            check_type(argname="argument auto_minor_version_upgrade", value=auto_minor_version_upgrade, expected_type=type_hints["auto_minor_version_upgrade"])
            check_type(argname="argument availability_zone", value=availability_zone, expected_type=type_hints["availability_zone"])
            check_type(argname="argument az_mode", value=az_mode, expected_type=type_hints["az_mode"])
            check_type(argname="argument cluster_id", value=cluster_id, expected_type=type_hints["cluster_id"])
            check_type(argname="argument cluster_mode", value=cluster_mode, expected_type=type_hints["cluster_mode"])
            check_type(argname="argument cluster_mode_enabled", value=cluster_mode_enabled, expected_type=type_hints["cluster_mode_enabled"])
            check_type(argname="argument create", value=create, expected_type=type_hints["create"])
            check_type(argname="argument create_cluster", value=create_cluster, expected_type=type_hints["create_cluster"])
            check_type(argname="argument create_parameter_group", value=create_parameter_group, expected_type=type_hints["create_parameter_group"])
            check_type(argname="argument create_primary_global_replication_group", value=create_primary_global_replication_group, expected_type=type_hints["create_primary_global_replication_group"])
            check_type(argname="argument create_replication_group", value=create_replication_group, expected_type=type_hints["create_replication_group"])
            check_type(argname="argument create_secondary_global_replication_group", value=create_secondary_global_replication_group, expected_type=type_hints["create_secondary_global_replication_group"])
            check_type(argname="argument create_security_group", value=create_security_group, expected_type=type_hints["create_security_group"])
            check_type(argname="argument create_subnet_group", value=create_subnet_group, expected_type=type_hints["create_subnet_group"])
            check_type(argname="argument data_tiering_enabled", value=data_tiering_enabled, expected_type=type_hints["data_tiering_enabled"])
            check_type(argname="argument description", value=description, expected_type=type_hints["description"])
            check_type(argname="argument engine", value=engine, expected_type=type_hints["engine"])
            check_type(argname="argument engine_version", value=engine_version, expected_type=type_hints["engine_version"])
            check_type(argname="argument final_snapshot_identifier", value=final_snapshot_identifier, expected_type=type_hints["final_snapshot_identifier"])
            check_type(argname="argument global_replication_group_id", value=global_replication_group_id, expected_type=type_hints["global_replication_group_id"])
            check_type(argname="argument global_replication_group_id_suffix", value=global_replication_group_id_suffix, expected_type=type_hints["global_replication_group_id_suffix"])
            check_type(argname="argument ip_discovery", value=ip_discovery, expected_type=type_hints["ip_discovery"])
            check_type(argname="argument kms_key_arn", value=kms_key_arn, expected_type=type_hints["kms_key_arn"])
            check_type(argname="argument log_delivery_configuration", value=log_delivery_configuration, expected_type=type_hints["log_delivery_configuration"])
            check_type(argname="argument maintenance_window", value=maintenance_window, expected_type=type_hints["maintenance_window"])
            check_type(argname="argument multi_az_enabled", value=multi_az_enabled, expected_type=type_hints["multi_az_enabled"])
            check_type(argname="argument network_type", value=network_type, expected_type=type_hints["network_type"])
            check_type(argname="argument node_type", value=node_type, expected_type=type_hints["node_type"])
            check_type(argname="argument notification_topic_arn", value=notification_topic_arn, expected_type=type_hints["notification_topic_arn"])
            check_type(argname="argument num_cache_clusters", value=num_cache_clusters, expected_type=type_hints["num_cache_clusters"])
            check_type(argname="argument num_cache_nodes", value=num_cache_nodes, expected_type=type_hints["num_cache_nodes"])
            check_type(argname="argument num_node_groups", value=num_node_groups, expected_type=type_hints["num_node_groups"])
            check_type(argname="argument outpost_mode", value=outpost_mode, expected_type=type_hints["outpost_mode"])
            check_type(argname="argument parameter_group_description", value=parameter_group_description, expected_type=type_hints["parameter_group_description"])
            check_type(argname="argument parameter_group_family", value=parameter_group_family, expected_type=type_hints["parameter_group_family"])
            check_type(argname="argument parameter_group_name", value=parameter_group_name, expected_type=type_hints["parameter_group_name"])
            check_type(argname="argument parameters", value=parameters, expected_type=type_hints["parameters"])
            check_type(argname="argument port", value=port, expected_type=type_hints["port"])
            check_type(argname="argument preferred_availability_zones", value=preferred_availability_zones, expected_type=type_hints["preferred_availability_zones"])
            check_type(argname="argument preferred_cache_cluster_azs", value=preferred_cache_cluster_azs, expected_type=type_hints["preferred_cache_cluster_azs"])
            check_type(argname="argument preferred_outpost_arn", value=preferred_outpost_arn, expected_type=type_hints["preferred_outpost_arn"])
            check_type(argname="argument replicas_per_node_group", value=replicas_per_node_group, expected_type=type_hints["replicas_per_node_group"])
            check_type(argname="argument replication_group_id", value=replication_group_id, expected_type=type_hints["replication_group_id"])
            check_type(argname="argument security_group_description", value=security_group_description, expected_type=type_hints["security_group_description"])
            check_type(argname="argument security_group_ids", value=security_group_ids, expected_type=type_hints["security_group_ids"])
            check_type(argname="argument security_group_name", value=security_group_name, expected_type=type_hints["security_group_name"])
            check_type(argname="argument security_group_names", value=security_group_names, expected_type=type_hints["security_group_names"])
            check_type(argname="argument security_group_rules", value=security_group_rules, expected_type=type_hints["security_group_rules"])
            check_type(argname="argument security_group_tags", value=security_group_tags, expected_type=type_hints["security_group_tags"])
            check_type(argname="argument security_group_use_name_prefix", value=security_group_use_name_prefix, expected_type=type_hints["security_group_use_name_prefix"])
            check_type(argname="argument snapshot_arns", value=snapshot_arns, expected_type=type_hints["snapshot_arns"])
            check_type(argname="argument snapshot_name", value=snapshot_name, expected_type=type_hints["snapshot_name"])
            check_type(argname="argument snapshot_retention_limit", value=snapshot_retention_limit, expected_type=type_hints["snapshot_retention_limit"])
            check_type(argname="argument snapshot_window", value=snapshot_window, expected_type=type_hints["snapshot_window"])
            check_type(argname="argument subnet_group_description", value=subnet_group_description, expected_type=type_hints["subnet_group_description"])
            check_type(argname="argument subnet_group_name", value=subnet_group_name, expected_type=type_hints["subnet_group_name"])
            check_type(argname="argument subnet_ids", value=subnet_ids, expected_type=type_hints["subnet_ids"])
            check_type(argname="argument tags", value=tags, expected_type=type_hints["tags"])
            check_type(argname="argument timeouts", value=timeouts, expected_type=type_hints["timeouts"])
            check_type(argname="argument transit_encryption_enabled", value=transit_encryption_enabled, expected_type=type_hints["transit_encryption_enabled"])
            check_type(argname="argument transit_encryption_mode", value=transit_encryption_mode, expected_type=type_hints["transit_encryption_mode"])
            check_type(argname="argument user_group_ids", value=user_group_ids, expected_type=type_hints["user_group_ids"])
            check_type(argname="argument vpc_id", value=vpc_id, expected_type=type_hints["vpc_id"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if depends_on is not None:
            self._values["depends_on"] = depends_on
        if for_each is not None:
            self._values["for_each"] = for_each
        if providers is not None:
            self._values["providers"] = providers
        if skip_asset_creation_from_local_modules is not None:
            self._values["skip_asset_creation_from_local_modules"] = skip_asset_creation_from_local_modules
        if apply_immediately is not None:
            self._values["apply_immediately"] = apply_immediately
        if at_rest_encryption_enabled is not None:
            self._values["at_rest_encryption_enabled"] = at_rest_encryption_enabled
        if auth_token is not None:
            self._values["auth_token"] = auth_token
        if auth_token_update_strategy is not None:
            self._values["auth_token_update_strategy"] = auth_token_update_strategy
        if automatic_failover_enabled is not None:
            self._values["automatic_failover_enabled"] = automatic_failover_enabled
        if auto_minor_version_upgrade is not None:
            self._values["auto_minor_version_upgrade"] = auto_minor_version_upgrade
        if availability_zone is not None:
            self._values["availability_zone"] = availability_zone
        if az_mode is not None:
            self._values["az_mode"] = az_mode
        if cluster_id is not None:
            self._values["cluster_id"] = cluster_id
        if cluster_mode is not None:
            self._values["cluster_mode"] = cluster_mode
        if cluster_mode_enabled is not None:
            self._values["cluster_mode_enabled"] = cluster_mode_enabled
        if create is not None:
            self._values["create"] = create
        if create_cluster is not None:
            self._values["create_cluster"] = create_cluster
        if create_parameter_group is not None:
            self._values["create_parameter_group"] = create_parameter_group
        if create_primary_global_replication_group is not None:
            self._values["create_primary_global_replication_group"] = create_primary_global_replication_group
        if create_replication_group is not None:
            self._values["create_replication_group"] = create_replication_group
        if create_secondary_global_replication_group is not None:
            self._values["create_secondary_global_replication_group"] = create_secondary_global_replication_group
        if create_security_group is not None:
            self._values["create_security_group"] = create_security_group
        if create_subnet_group is not None:
            self._values["create_subnet_group"] = create_subnet_group
        if data_tiering_enabled is not None:
            self._values["data_tiering_enabled"] = data_tiering_enabled
        if description is not None:
            self._values["description"] = description
        if engine is not None:
            self._values["engine"] = engine
        if engine_version is not None:
            self._values["engine_version"] = engine_version
        if final_snapshot_identifier is not None:
            self._values["final_snapshot_identifier"] = final_snapshot_identifier
        if global_replication_group_id is not None:
            self._values["global_replication_group_id"] = global_replication_group_id
        if global_replication_group_id_suffix is not None:
            self._values["global_replication_group_id_suffix"] = global_replication_group_id_suffix
        if ip_discovery is not None:
            self._values["ip_discovery"] = ip_discovery
        if kms_key_arn is not None:
            self._values["kms_key_arn"] = kms_key_arn
        if log_delivery_configuration is not None:
            self._values["log_delivery_configuration"] = log_delivery_configuration
        if maintenance_window is not None:
            self._values["maintenance_window"] = maintenance_window
        if multi_az_enabled is not None:
            self._values["multi_az_enabled"] = multi_az_enabled
        if network_type is not None:
            self._values["network_type"] = network_type
        if node_type is not None:
            self._values["node_type"] = node_type
        if notification_topic_arn is not None:
            self._values["notification_topic_arn"] = notification_topic_arn
        if num_cache_clusters is not None:
            self._values["num_cache_clusters"] = num_cache_clusters
        if num_cache_nodes is not None:
            self._values["num_cache_nodes"] = num_cache_nodes
        if num_node_groups is not None:
            self._values["num_node_groups"] = num_node_groups
        if outpost_mode is not None:
            self._values["outpost_mode"] = outpost_mode
        if parameter_group_description is not None:
            self._values["parameter_group_description"] = parameter_group_description
        if parameter_group_family is not None:
            self._values["parameter_group_family"] = parameter_group_family
        if parameter_group_name is not None:
            self._values["parameter_group_name"] = parameter_group_name
        if parameters is not None:
            self._values["parameters"] = parameters
        if port is not None:
            self._values["port"] = port
        if preferred_availability_zones is not None:
            self._values["preferred_availability_zones"] = preferred_availability_zones
        if preferred_cache_cluster_azs is not None:
            self._values["preferred_cache_cluster_azs"] = preferred_cache_cluster_azs
        if preferred_outpost_arn is not None:
            self._values["preferred_outpost_arn"] = preferred_outpost_arn
        if replicas_per_node_group is not None:
            self._values["replicas_per_node_group"] = replicas_per_node_group
        if replication_group_id is not None:
            self._values["replication_group_id"] = replication_group_id
        if security_group_description is not None:
            self._values["security_group_description"] = security_group_description
        if security_group_ids is not None:
            self._values["security_group_ids"] = security_group_ids
        if security_group_name is not None:
            self._values["security_group_name"] = security_group_name
        if security_group_names is not None:
            self._values["security_group_names"] = security_group_names
        if security_group_rules is not None:
            self._values["security_group_rules"] = security_group_rules
        if security_group_tags is not None:
            self._values["security_group_tags"] = security_group_tags
        if security_group_use_name_prefix is not None:
            self._values["security_group_use_name_prefix"] = security_group_use_name_prefix
        if snapshot_arns is not None:
            self._values["snapshot_arns"] = snapshot_arns
        if snapshot_name is not None:
            self._values["snapshot_name"] = snapshot_name
        if snapshot_retention_limit is not None:
            self._values["snapshot_retention_limit"] = snapshot_retention_limit
        if snapshot_window is not None:
            self._values["snapshot_window"] = snapshot_window
        if subnet_group_description is not None:
            self._values["subnet_group_description"] = subnet_group_description
        if subnet_group_name is not None:
            self._values["subnet_group_name"] = subnet_group_name
        if subnet_ids is not None:
            self._values["subnet_ids"] = subnet_ids
        if tags is not None:
            self._values["tags"] = tags
        if timeouts is not None:
            self._values["timeouts"] = timeouts
        if transit_encryption_enabled is not None:
            self._values["transit_encryption_enabled"] = transit_encryption_enabled
        if transit_encryption_mode is not None:
            self._values["transit_encryption_mode"] = transit_encryption_mode
        if user_group_ids is not None:
            self._values["user_group_ids"] = user_group_ids
        if vpc_id is not None:
            self._values["vpc_id"] = vpc_id

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
    def apply_immediately(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("apply_immediately")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def at_rest_encryption_enabled(self) -> typing.Optional[builtins.bool]:
        '''true.'''
        result = self._values.get("at_rest_encryption_enabled")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def auth_token(self) -> typing.Optional[builtins.str]:
        result = self._values.get("auth_token")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def auth_token_update_strategy(self) -> typing.Optional[builtins.str]:
        result = self._values.get("auth_token_update_strategy")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def automatic_failover_enabled(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("automatic_failover_enabled")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def auto_minor_version_upgrade(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("auto_minor_version_upgrade")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def availability_zone(self) -> typing.Optional[builtins.str]:
        result = self._values.get("availability_zone")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def az_mode(self) -> typing.Optional[builtins.str]:
        result = self._values.get("az_mode")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def cluster_id(self) -> typing.Optional[builtins.str]:
        result = self._values.get("cluster_id")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def cluster_mode(self) -> typing.Optional[builtins.str]:
        result = self._values.get("cluster_mode")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def cluster_mode_enabled(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("cluster_mode_enabled")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def create(self) -> typing.Optional[builtins.bool]:
        '''true.'''
        result = self._values.get("create")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def create_cluster(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("create_cluster")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def create_parameter_group(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("create_parameter_group")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def create_primary_global_replication_group(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("create_primary_global_replication_group")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def create_replication_group(self) -> typing.Optional[builtins.bool]:
        '''true.'''
        result = self._values.get("create_replication_group")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def create_secondary_global_replication_group(
        self,
    ) -> typing.Optional[builtins.bool]:
        result = self._values.get("create_secondary_global_replication_group")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def create_security_group(self) -> typing.Optional[builtins.bool]:
        '''true.'''
        result = self._values.get("create_security_group")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def create_subnet_group(self) -> typing.Optional[builtins.bool]:
        '''true.'''
        result = self._values.get("create_subnet_group")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def data_tiering_enabled(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("data_tiering_enabled")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def description(self) -> typing.Optional[builtins.str]:
        result = self._values.get("description")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def engine(self) -> typing.Optional[builtins.str]:
        '''redis.'''
        result = self._values.get("engine")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def engine_version(self) -> typing.Optional[builtins.str]:
        result = self._values.get("engine_version")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def final_snapshot_identifier(self) -> typing.Optional[builtins.str]:
        result = self._values.get("final_snapshot_identifier")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def global_replication_group_id(self) -> typing.Optional[builtins.str]:
        result = self._values.get("global_replication_group_id")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def global_replication_group_id_suffix(self) -> typing.Optional[builtins.str]:
        result = self._values.get("global_replication_group_id_suffix")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def ip_discovery(self) -> typing.Optional[builtins.str]:
        result = self._values.get("ip_discovery")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def kms_key_arn(self) -> typing.Optional[builtins.str]:
        result = self._values.get("kms_key_arn")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def log_delivery_configuration(self) -> typing.Any:
        result = self._values.get("log_delivery_configuration")
        return typing.cast(typing.Any, result)

    @builtins.property
    def maintenance_window(self) -> typing.Optional[builtins.str]:
        result = self._values.get("maintenance_window")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def multi_az_enabled(self) -> typing.Optional[builtins.bool]:
        result = self._values.get("multi_az_enabled")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def network_type(self) -> typing.Optional[builtins.str]:
        result = self._values.get("network_type")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def node_type(self) -> typing.Optional[builtins.str]:
        result = self._values.get("node_type")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def notification_topic_arn(self) -> typing.Optional[builtins.str]:
        result = self._values.get("notification_topic_arn")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def num_cache_clusters(self) -> typing.Optional[jsii.Number]:
        result = self._values.get("num_cache_clusters")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def num_cache_nodes(self) -> typing.Optional[jsii.Number]:
        '''1.'''
        result = self._values.get("num_cache_nodes")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def num_node_groups(self) -> typing.Optional[jsii.Number]:
        result = self._values.get("num_node_groups")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def outpost_mode(self) -> typing.Optional[builtins.str]:
        result = self._values.get("outpost_mode")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def parameter_group_description(self) -> typing.Optional[builtins.str]:
        result = self._values.get("parameter_group_description")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def parameter_group_family(self) -> typing.Optional[builtins.str]:
        result = self._values.get("parameter_group_family")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def parameter_group_name(self) -> typing.Optional[builtins.str]:
        result = self._values.get("parameter_group_name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def parameters(
        self,
    ) -> typing.Optional[typing.List[typing.Mapping[builtins.str, builtins.str]]]:
        '''The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.'''
        result = self._values.get("parameters")
        return typing.cast(typing.Optional[typing.List[typing.Mapping[builtins.str, builtins.str]]], result)

    @builtins.property
    def port(self) -> typing.Optional[jsii.Number]:
        result = self._values.get("port")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def preferred_availability_zones(
        self,
    ) -> typing.Optional[typing.List[builtins.str]]:
        result = self._values.get("preferred_availability_zones")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def preferred_cache_cluster_azs(self) -> typing.Optional[typing.List[builtins.str]]:
        result = self._values.get("preferred_cache_cluster_azs")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def preferred_outpost_arn(self) -> typing.Optional[builtins.str]:
        result = self._values.get("preferred_outpost_arn")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def replicas_per_node_group(self) -> typing.Optional[jsii.Number]:
        result = self._values.get("replicas_per_node_group")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def replication_group_id(self) -> typing.Optional[builtins.str]:
        result = self._values.get("replication_group_id")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def security_group_description(self) -> typing.Optional[builtins.str]:
        result = self._values.get("security_group_description")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def security_group_ids(self) -> typing.Optional[typing.List[builtins.str]]:
        result = self._values.get("security_group_ids")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def security_group_name(self) -> typing.Optional[builtins.str]:
        result = self._values.get("security_group_name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def security_group_names(self) -> typing.Optional[typing.List[builtins.str]]:
        result = self._values.get("security_group_names")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def security_group_rules(self) -> typing.Any:
        result = self._values.get("security_group_rules")
        return typing.cast(typing.Any, result)

    @builtins.property
    def security_group_tags(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.'''
        result = self._values.get("security_group_tags")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    @builtins.property
    def security_group_use_name_prefix(self) -> typing.Optional[builtins.bool]:
        '''true.'''
        result = self._values.get("security_group_use_name_prefix")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def snapshot_arns(self) -> typing.Optional[typing.List[builtins.str]]:
        result = self._values.get("snapshot_arns")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def snapshot_name(self) -> typing.Optional[builtins.str]:
        result = self._values.get("snapshot_name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def snapshot_retention_limit(self) -> typing.Optional[jsii.Number]:
        result = self._values.get("snapshot_retention_limit")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def snapshot_window(self) -> typing.Optional[builtins.str]:
        result = self._values.get("snapshot_window")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def subnet_group_description(self) -> typing.Optional[builtins.str]:
        result = self._values.get("subnet_group_description")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def subnet_group_name(self) -> typing.Optional[builtins.str]:
        result = self._values.get("subnet_group_name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def subnet_ids(self) -> typing.Optional[typing.List[builtins.str]]:
        result = self._values.get("subnet_ids")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def tags(self) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.'''
        result = self._values.get("tags")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    @builtins.property
    def timeouts(self) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''The property type contains a map, they have special handling, please see {@link cdk.tf /module-map-inputs the docs}.'''
        result = self._values.get("timeouts")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    @builtins.property
    def transit_encryption_enabled(self) -> typing.Optional[builtins.bool]:
        '''true.'''
        result = self._values.get("transit_encryption_enabled")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def transit_encryption_mode(self) -> typing.Optional[builtins.str]:
        result = self._values.get("transit_encryption_mode")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def user_group_ids(self) -> typing.Optional[typing.List[builtins.str]]:
        result = self._values.get("user_group_ids")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def vpc_id(self) -> typing.Optional[builtins.str]:
        result = self._values.get("vpc_id")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ElasticacheConfig(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


__all__ = [
    "Elasticache",
    "ElasticacheConfig",
]

publication.publish()

def _typecheckingstub__f307e2d4ffb0d24d8583b5e4179876ff06f3f9be22c48e15332a343b503fe952(
    scope: _constructs_77d1e7e8.Construct,
    id: builtins.str,
    *,
    apply_immediately: typing.Optional[builtins.bool] = None,
    at_rest_encryption_enabled: typing.Optional[builtins.bool] = None,
    auth_token: typing.Optional[builtins.str] = None,
    auth_token_update_strategy: typing.Optional[builtins.str] = None,
    automatic_failover_enabled: typing.Optional[builtins.bool] = None,
    auto_minor_version_upgrade: typing.Optional[builtins.bool] = None,
    availability_zone: typing.Optional[builtins.str] = None,
    az_mode: typing.Optional[builtins.str] = None,
    cluster_id: typing.Optional[builtins.str] = None,
    cluster_mode: typing.Optional[builtins.str] = None,
    cluster_mode_enabled: typing.Optional[builtins.bool] = None,
    create: typing.Optional[builtins.bool] = None,
    create_cluster: typing.Optional[builtins.bool] = None,
    create_parameter_group: typing.Optional[builtins.bool] = None,
    create_primary_global_replication_group: typing.Optional[builtins.bool] = None,
    create_replication_group: typing.Optional[builtins.bool] = None,
    create_secondary_global_replication_group: typing.Optional[builtins.bool] = None,
    create_security_group: typing.Optional[builtins.bool] = None,
    create_subnet_group: typing.Optional[builtins.bool] = None,
    data_tiering_enabled: typing.Optional[builtins.bool] = None,
    description: typing.Optional[builtins.str] = None,
    engine: typing.Optional[builtins.str] = None,
    engine_version: typing.Optional[builtins.str] = None,
    final_snapshot_identifier: typing.Optional[builtins.str] = None,
    global_replication_group_id: typing.Optional[builtins.str] = None,
    global_replication_group_id_suffix: typing.Optional[builtins.str] = None,
    ip_discovery: typing.Optional[builtins.str] = None,
    kms_key_arn: typing.Optional[builtins.str] = None,
    log_delivery_configuration: typing.Any = None,
    maintenance_window: typing.Optional[builtins.str] = None,
    multi_az_enabled: typing.Optional[builtins.bool] = None,
    network_type: typing.Optional[builtins.str] = None,
    node_type: typing.Optional[builtins.str] = None,
    notification_topic_arn: typing.Optional[builtins.str] = None,
    num_cache_clusters: typing.Optional[jsii.Number] = None,
    num_cache_nodes: typing.Optional[jsii.Number] = None,
    num_node_groups: typing.Optional[jsii.Number] = None,
    outpost_mode: typing.Optional[builtins.str] = None,
    parameter_group_description: typing.Optional[builtins.str] = None,
    parameter_group_family: typing.Optional[builtins.str] = None,
    parameter_group_name: typing.Optional[builtins.str] = None,
    parameters: typing.Optional[typing.Sequence[typing.Mapping[builtins.str, builtins.str]]] = None,
    port: typing.Optional[jsii.Number] = None,
    preferred_availability_zones: typing.Optional[typing.Sequence[builtins.str]] = None,
    preferred_cache_cluster_azs: typing.Optional[typing.Sequence[builtins.str]] = None,
    preferred_outpost_arn: typing.Optional[builtins.str] = None,
    replicas_per_node_group: typing.Optional[jsii.Number] = None,
    replication_group_id: typing.Optional[builtins.str] = None,
    security_group_description: typing.Optional[builtins.str] = None,
    security_group_ids: typing.Optional[typing.Sequence[builtins.str]] = None,
    security_group_name: typing.Optional[builtins.str] = None,
    security_group_names: typing.Optional[typing.Sequence[builtins.str]] = None,
    security_group_rules: typing.Any = None,
    security_group_tags: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    security_group_use_name_prefix: typing.Optional[builtins.bool] = None,
    snapshot_arns: typing.Optional[typing.Sequence[builtins.str]] = None,
    snapshot_name: typing.Optional[builtins.str] = None,
    snapshot_retention_limit: typing.Optional[jsii.Number] = None,
    snapshot_window: typing.Optional[builtins.str] = None,
    subnet_group_description: typing.Optional[builtins.str] = None,
    subnet_group_name: typing.Optional[builtins.str] = None,
    subnet_ids: typing.Optional[typing.Sequence[builtins.str]] = None,
    tags: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    timeouts: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    transit_encryption_enabled: typing.Optional[builtins.bool] = None,
    transit_encryption_mode: typing.Optional[builtins.str] = None,
    user_group_ids: typing.Optional[typing.Sequence[builtins.str]] = None,
    vpc_id: typing.Optional[builtins.str] = None,
    depends_on: typing.Optional[typing.Sequence[_cdktf_9a9027ec.ITerraformDependable]] = None,
    for_each: typing.Optional[_cdktf_9a9027ec.ITerraformIterator] = None,
    providers: typing.Optional[typing.Sequence[typing.Union[_cdktf_9a9027ec.TerraformProvider, typing.Union[_cdktf_9a9027ec.TerraformModuleProvider, typing.Dict[builtins.str, typing.Any]]]]] = None,
    skip_asset_creation_from_local_modules: typing.Optional[builtins.bool] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__08e702f8c41564ecc0c4f8ce5b03c7ec3d1d21a1d990e4dcd280b9f69ebc9604(
    value: typing.Any,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__5f856c64508608a67975f00f263cc803ac125508a32c2473c0d2682d58e58e8d(
    value: typing.Any,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__f6d0c8a5641e7abef9d28e1dcaed34564975a040729e79e134548bdf7fae51eb(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__b292c0c91003e202f4e471be9bfc940762b8bdb25c2e4320df6b15865062d479(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__330bfe6ff4c7cb566a59e0ed37c1d2d1ea33cc8bc768be2cfbe38ca2e268f264(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__72b946fc315397823531859e3729442524f7aba7cfdd9fe22e0595fd79b9a8bd(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__ff06ff825eccc047218c5b8458bbaf05b86dfc6b4c75285ed682700d28a0decc(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__84ddb43d8467e7bd6b563675815e39539206548b173d8c71c55cd01f2f93c356(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__383e80a38ca9454c00ad7872494cb330016aa3b272c541c07cc3da77c67ed20d(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__f6a903b8129d225448968d219174359d90f5aedf8bf310820047b66abf4204f6(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__010b115468d6236bc7c5ae74bd168e118bebac309597de43c4e22d6803b7b730(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__25390c294ace67e7588a4366624c9886fdc972e710ca8165ab506463049704d9(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__df07a884009a5530c1bbe24bb6a10f5f5ef2c8cdf68eda2d291a8b9e845bd4e3(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__9d564ba54dea9572c577c0a074a3461c315f3120831881450d0b7062d9597d35(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__00fba783a238bd6a6fb581330550c7bb6fd93f0819f82c0b98ac702457f83d34(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__a55c7882d4f80abd916fd135b8e43c96cd3ca0878ef45890520b690cb418c4c9(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__a57ed3b51fdb2c387d97c0777af3c867ddf736658a06572d62aff60378e9a1db(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__75c5b6b359a53ed1da75579e6d6686fc8a4d3f38161f466f22f7489b904bcef7(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__d037d4a1ab5250c4980d686f7e717e40fc7f004c284ecd666c684314b3e0daa1(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__6b158a831afd57cc9b6509ed755dd464450c81306dfe0b2207008a5d5df63167(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__8e2e6ed12ce077c74992e120eff657605f28591932cb6340cfbc2ae2e0f29ded(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__565555941e5dbb4c2d82b75245e30c0303f609e1e4ef2cc136a4eb240b01cc37(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__e0ff228d0f30e27560b97b4721109dc7bcc9535bc5509029ac152d9949a3591a(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__40111c57a855bd01663d2557dae6c08c594bb8dc5c005ea80c4fe95474a7f855(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__f82e8f830bdc545a852ef8ea8f339d8cdea0047b474037bf1fdf54c3560035ae(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__750601c4a7d85244e5de5d994d0f8b86397696e459fb6bf6e1f98799b7180e08(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__0043c0b5be7a83f037a070aa626a242557c10d1a24e161800043d989297ad95a(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__c2a8c06355ff482ed9a9da20878bab0d72b14ba56b769af43cccad75c66c7534(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__b9e5ce2af0517a0d99045b420f207faa583e385785cfda7e88cf0372af81b561(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__5803646687d6b8ed46103f8013f3f3b074b0eb94dc3c37ddf3f581fbad8ddc4b(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__234e00a8ee630aeecee33a9446ad3d7eabd6e6742747b9f41245e082ef6d4473(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__148258e5e3522bd904ecca6bf1d545e1f13dd83456f0739c02bd6f273325cb3a(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__a2ca245ff917c6cad583fc040470e1cf17ed117b22365a55467ce3b9e59f74f8(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__bcbdc3761630d1e431f68d92ee785cb081c517f1d9ffee91a25736f33745df1d(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__ba6bf705d5b086fc6cd3e5ad29b3cab4a0dce0baea0f0bb742c7bb12582f8baa(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__e8a25401d030d766da9b5fa166f2b5863c20da6b31f5d03d4e788e70f11f2968(
    value: typing.Optional[jsii.Number],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__096f148948f85f9f90ae6fb6599a7c0b72651514a7b7a8636c7edcfc46117481(
    value: typing.Optional[jsii.Number],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__2dfe55909f2d4d8741f65071452cacce603006942aa22169ec609bb06dacef8e(
    value: typing.Optional[jsii.Number],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__234c6cad9a75360da7c326486442f9b9fc69e3d8d238704cbf5db557c0a4558e(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__9b235c069dab06855ac3697885198de965e3c6a462a5f370252652578479fdc8(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__1f9ed45a2b0da260926646ba14271aaf7d3a9a05f67c57e729aa555622f586d6(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__deb3fa81ed7b6864bc00f965034063ee1839b26236f1b2933a24b421c1938360(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__f9344f097ecf8179af7c789adcb87b58a9d87d80ffb39e0dbd4aa18de3ea888d(
    value: typing.Optional[typing.List[typing.Mapping[builtins.str, builtins.str]]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__24a520c644e96c863a94530091e489b4bc4ad1bee8d3dfd171a9c6344adbf6cc(
    value: typing.Optional[jsii.Number],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__f30dfa1a8f8dbebdf90d28e940d0c967b8ec4473541a1d3343ba8949ec4902ba(
    value: typing.Optional[typing.List[builtins.str]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__57163f962df9632267ce4b1e43ece4eb4aac7ca0bcea78f21c87a0bccad9cece(
    value: typing.Optional[typing.List[builtins.str]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__5b79bbdef2a1d1aea72bc4a7c617af4b10da495c954052676a142e60bf0cafe0(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__26def1e3c6f2fe8c5082fef550a1156f4b11b689bdaa75db52597c5fba603b45(
    value: typing.Optional[jsii.Number],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__bf693d8320f5b330de9c0c31de9b2aea1aa6379fdad9bfa18943b40fa3fdc525(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__6bbd5f1b9771df90c7c0500e499b0831b649e1ab4d7c3458a6d1f33e03884e47(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__9bea95fe71d7f069e46e93bbebe2edbbfa881b222c3c8d35a18a657b2853a4e1(
    value: typing.Optional[typing.List[builtins.str]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__728a82259343725a35b187b64183a0a54b014f0965166eafd81eb5b519928de3(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__9a11da706c511611ca4fee9e8331f6706f63c6ae8ece6a875ce1e02ae99d6fe0(
    value: typing.Optional[typing.List[builtins.str]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__60e662b731ff65579833c9b9c33fab6e7f7b231e838da0bfd9e6027aa9ab8de6(
    value: typing.Optional[typing.Mapping[builtins.str, builtins.str]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__213e8b8fef4ba266b08585fa866ba70b4d215b645cfe86b55daf8f22af1e1fb8(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__80ccc20f88e5c1422d43f54c3683ea7e5efcf624efa8e7165588c036e6083845(
    value: typing.Optional[typing.List[builtins.str]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__c92c6eb79472be6ff3712da97e7063637b886d01a658a5c7ed9158e1c7901b52(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__0be7f33c72a826042214a60b16abfc97b2d55599baf529b27106e27b9a0ab138(
    value: typing.Optional[jsii.Number],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__a3292a16741780f4594848ab5aeecb1c5d6fc38a1cffd4b97950bbc6860afa7b(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__c50a83b2a1ec1ceaf84ed28935ce67dc98fd4af53c6db52c9306ed7520b09bd4(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__439b9f2fe22b3b7371a2f3b1a3e847f0ba957feb075bc972bf9d70ecbc5a71ab(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__5d2f36be5692839282e5e0d6609ee86ee3ddd331d1cdc52a550016caf09464bd(
    value: typing.Optional[typing.List[builtins.str]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__2d1453dfe51de0fbff06bf9febc36ca5c9bdcdb9a3e9ef2044014730ae8f1d99(
    value: typing.Optional[typing.Mapping[builtins.str, builtins.str]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__4cb0fb0ef37339efd82b796c193c89def6da16e70e779107d88b28eaae4f9ead(
    value: typing.Optional[typing.Mapping[builtins.str, builtins.str]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__64be432f339aefbb839bff857946a7531382b70f4f0469bcb3793a217b615e5d(
    value: typing.Optional[builtins.bool],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__f37f88ee2de45b72f7fbea9d87c089a33c95ad2462b0725ebc86257f0fd8f355(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__0a5317a2ca1e9bad2613538c02011048dd0881de4a66f1504a70c5920594a19a(
    value: typing.Optional[typing.List[builtins.str]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__eeaeeecbba4163b1bce5b5d0e46229ad4e16718459170c76de56b8a09739630b(
    value: typing.Optional[builtins.str],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__dcc06a11df41c7a3030ff4c66dbe60ff65a28fc2842266f63338180338232962(
    *,
    depends_on: typing.Optional[typing.Sequence[_cdktf_9a9027ec.ITerraformDependable]] = None,
    for_each: typing.Optional[_cdktf_9a9027ec.ITerraformIterator] = None,
    providers: typing.Optional[typing.Sequence[typing.Union[_cdktf_9a9027ec.TerraformProvider, typing.Union[_cdktf_9a9027ec.TerraformModuleProvider, typing.Dict[builtins.str, typing.Any]]]]] = None,
    skip_asset_creation_from_local_modules: typing.Optional[builtins.bool] = None,
    apply_immediately: typing.Optional[builtins.bool] = None,
    at_rest_encryption_enabled: typing.Optional[builtins.bool] = None,
    auth_token: typing.Optional[builtins.str] = None,
    auth_token_update_strategy: typing.Optional[builtins.str] = None,
    automatic_failover_enabled: typing.Optional[builtins.bool] = None,
    auto_minor_version_upgrade: typing.Optional[builtins.bool] = None,
    availability_zone: typing.Optional[builtins.str] = None,
    az_mode: typing.Optional[builtins.str] = None,
    cluster_id: typing.Optional[builtins.str] = None,
    cluster_mode: typing.Optional[builtins.str] = None,
    cluster_mode_enabled: typing.Optional[builtins.bool] = None,
    create: typing.Optional[builtins.bool] = None,
    create_cluster: typing.Optional[builtins.bool] = None,
    create_parameter_group: typing.Optional[builtins.bool] = None,
    create_primary_global_replication_group: typing.Optional[builtins.bool] = None,
    create_replication_group: typing.Optional[builtins.bool] = None,
    create_secondary_global_replication_group: typing.Optional[builtins.bool] = None,
    create_security_group: typing.Optional[builtins.bool] = None,
    create_subnet_group: typing.Optional[builtins.bool] = None,
    data_tiering_enabled: typing.Optional[builtins.bool] = None,
    description: typing.Optional[builtins.str] = None,
    engine: typing.Optional[builtins.str] = None,
    engine_version: typing.Optional[builtins.str] = None,
    final_snapshot_identifier: typing.Optional[builtins.str] = None,
    global_replication_group_id: typing.Optional[builtins.str] = None,
    global_replication_group_id_suffix: typing.Optional[builtins.str] = None,
    ip_discovery: typing.Optional[builtins.str] = None,
    kms_key_arn: typing.Optional[builtins.str] = None,
    log_delivery_configuration: typing.Any = None,
    maintenance_window: typing.Optional[builtins.str] = None,
    multi_az_enabled: typing.Optional[builtins.bool] = None,
    network_type: typing.Optional[builtins.str] = None,
    node_type: typing.Optional[builtins.str] = None,
    notification_topic_arn: typing.Optional[builtins.str] = None,
    num_cache_clusters: typing.Optional[jsii.Number] = None,
    num_cache_nodes: typing.Optional[jsii.Number] = None,
    num_node_groups: typing.Optional[jsii.Number] = None,
    outpost_mode: typing.Optional[builtins.str] = None,
    parameter_group_description: typing.Optional[builtins.str] = None,
    parameter_group_family: typing.Optional[builtins.str] = None,
    parameter_group_name: typing.Optional[builtins.str] = None,
    parameters: typing.Optional[typing.Sequence[typing.Mapping[builtins.str, builtins.str]]] = None,
    port: typing.Optional[jsii.Number] = None,
    preferred_availability_zones: typing.Optional[typing.Sequence[builtins.str]] = None,
    preferred_cache_cluster_azs: typing.Optional[typing.Sequence[builtins.str]] = None,
    preferred_outpost_arn: typing.Optional[builtins.str] = None,
    replicas_per_node_group: typing.Optional[jsii.Number] = None,
    replication_group_id: typing.Optional[builtins.str] = None,
    security_group_description: typing.Optional[builtins.str] = None,
    security_group_ids: typing.Optional[typing.Sequence[builtins.str]] = None,
    security_group_name: typing.Optional[builtins.str] = None,
    security_group_names: typing.Optional[typing.Sequence[builtins.str]] = None,
    security_group_rules: typing.Any = None,
    security_group_tags: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    security_group_use_name_prefix: typing.Optional[builtins.bool] = None,
    snapshot_arns: typing.Optional[typing.Sequence[builtins.str]] = None,
    snapshot_name: typing.Optional[builtins.str] = None,
    snapshot_retention_limit: typing.Optional[jsii.Number] = None,
    snapshot_window: typing.Optional[builtins.str] = None,
    subnet_group_description: typing.Optional[builtins.str] = None,
    subnet_group_name: typing.Optional[builtins.str] = None,
    subnet_ids: typing.Optional[typing.Sequence[builtins.str]] = None,
    tags: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    timeouts: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    transit_encryption_enabled: typing.Optional[builtins.bool] = None,
    transit_encryption_mode: typing.Optional[builtins.str] = None,
    user_group_ids: typing.Optional[typing.Sequence[builtins.str]] = None,
    vpc_id: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass
